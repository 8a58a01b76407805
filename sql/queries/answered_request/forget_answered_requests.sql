-- Of owner $1, those begun before $2 (seconds since 1970).
DELETE FROM answered_request WHERE owner_id = $1 AND began_at < to_timestamp($2);
