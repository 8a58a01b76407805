-- False: it was there, and is replaced.
INSERT INTO added_source (name, entry, added_by, added_at)
VALUES ($1, $2::json, $3, to_timestamp($4))
ON CONFLICT ON CONSTRAINT added_source_pkey DO UPDATE
SET entry = excluded.entry, added_by = excluded.added_by, added_at = excluded.added_at
RETURNING xmax = 0;
