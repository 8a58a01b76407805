-- $1: array of ids of postings whose text is too short by now. Whoever was compared with them is compared again.
WITH dropped AS (
    DELETE FROM posting_text WHERE posting_id IN (SELECT id::bigint FROM json_array_elements_text($1) AS short (id))
    RETURNING posting_id
)
UPDATE posting_text SET first_id = NULL, employers = NULL
WHERE EXISTS (SELECT FROM dropped) AND first_id IN (SELECT id::bigint FROM json_array_elements_text($1) AS short (id));
