-- Of owner $1, with all that belongs to them.
DELETE FROM candidate WHERE owner_id = $1 RETURNING id;
