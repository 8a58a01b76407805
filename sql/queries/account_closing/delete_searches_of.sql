DELETE FROM saved_search WHERE owner_id = $1 RETURNING id;
