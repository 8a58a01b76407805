-- $1: array of ids of postings that are due to be verified anew.
UPDATE posting_trust SET basis_id = NULL
FROM json_array_elements_text($1) AS due (id)
WHERE posting_id = due.id::bigint;
