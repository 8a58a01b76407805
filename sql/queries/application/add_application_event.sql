-- To application $1, as it is now: $2 a change or a comment, $3 in which words, by role $4, account $5 and firm $6; at $7.
INSERT INTO application_event (application_id, candidate_id, owner_id, kind, state, due_on, due_for, words, actor_role,
    actor_id, actor_firm, made_at)
SELECT id, candidate_id, owner_id, $2, CASE WHEN $2 = 'change' THEN state END, CASE WHEN $2 = 'change' THEN due_on END,
    CASE WHEN $2 = 'change' THEN due_for END, $3, $4, $5, $6, to_timestamp($7)
FROM application
WHERE id = $1
RETURNING id;
