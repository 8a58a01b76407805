-- Of owner $1, in one of states $2, of candidate $3 and with posting $4 (NULL: of any), before number $5 (NULL: from the
-- newest), at most $6.
SELECT application.id, application.number, application.candidate_id, application.owner_id, application.posting_id,
    application.title, application.employer, application.state, application.due_on, application.due_for,
    to_char(application.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(application.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    application.version, candidate.document#>>'{resume,basics,name}'
FROM application
JOIN candidate ON candidate.id = application.candidate_id
WHERE application.owner_id = $1
  AND ($2::json IS NULL OR application.state IN (SELECT json_array_elements_text($2)))
  AND ($3::uuid IS NULL OR application.candidate_id = $3)
  AND ($4::bigint IS NULL OR application.posting_id = $4)
  AND ($5::bigint IS NULL OR application.number < $5)
ORDER BY application.number DESC
LIMIT $6;
