-- Those of $1 (an array) that this transaction may read, the soonest first.
SELECT day.id, day.due_on, day.words, day.package_id, application.id, application.candidate_id, application.posting_id,
    application.title, application.employer, application.state, candidate.document#>>'{resume,basics,name}'
FROM application_day AS day
JOIN application ON application.id = day.application_id
JOIN candidate ON candidate.id = day.candidate_id
WHERE day.id = ANY (ARRAY(SELECT json_array_elements_text($1)::bigint))
ORDER BY day.due_on, day.id;
