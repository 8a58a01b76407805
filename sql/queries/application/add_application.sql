-- Of candidate $1 with posting $2, as it is seen: $3 its title, $4 its employer; $5 and $6 what is due; at $7. Nothing
-- where there is one.
INSERT INTO application (candidate_id, owner_id, posting_id, title, employer, due_on, due_for, created_at, changed_at)
SELECT id, owner_id, $2, $3, $4, $5, $6, to_timestamp($7), to_timestamp($7) FROM candidate WHERE id = $1
ON CONFLICT ON CONSTRAINT application_once DO NOTHING
RETURNING id;
