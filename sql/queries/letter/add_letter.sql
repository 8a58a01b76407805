-- Of application $1: version $2 with words $3, by role $4, account $5 and firm $6; at $7. Nothing where there is one.
INSERT INTO application_letter (application_id, candidate_id, owner_id, version, own_words, actor_role, actor_id, actor_firm,
    made_at)
SELECT id, candidate_id, owner_id, $2, $3, $4, $5, $6, to_timestamp($7) FROM application WHERE id = $1
ON CONFLICT ON CONSTRAINT application_letter_pkey DO NOTHING
RETURNING version;
