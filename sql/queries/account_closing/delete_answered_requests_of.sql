DELETE FROM answered_request WHERE owner_id = $1;
