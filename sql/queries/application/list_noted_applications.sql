-- Those of $1 (an array) that this transaction may read, what is due first.
SELECT application.id, application.number, application.candidate_id, application.owner_id, application.posting_id,
    application.title, application.employer, application.state, application.due_on, application.due_for,
    to_char(application.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(application.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    application.version, candidate.document#>>'{resume,basics,name}'
FROM application
JOIN candidate ON candidate.id = application.candidate_id
WHERE application.id = ANY (ARRAY(SELECT json_array_elements_text($1)::uuid))
ORDER BY application.due_on, application.number;
