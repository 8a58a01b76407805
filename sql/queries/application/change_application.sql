-- Application $1, which was read as version $2: state $3, $4 and $5 what is due; at $6.
UPDATE application
SET state = $3, due_on = $4, due_for = $5, version = version + 1, changed_at = to_timestamp($6)
WHERE id = $1 AND version = $2
RETURNING id;
