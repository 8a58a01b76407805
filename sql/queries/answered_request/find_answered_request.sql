SELECT request_digest, extract(epoch FROM began_at)::bigint, sealed
FROM answered_request
WHERE owner_id = $1 AND key_digest = $2;
