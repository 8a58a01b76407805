DELETE FROM answered_request WHERE owner_id = $1 AND key_digest = $2;
