DELETE FROM saved_search WHERE id = $1 RETURNING id;
