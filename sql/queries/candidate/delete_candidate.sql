-- What belongs to it goes with it.
DELETE FROM candidate WHERE id = $1 AND owner_id = $2 RETURNING id;
