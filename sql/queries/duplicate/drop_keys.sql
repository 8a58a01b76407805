-- $1: array of ids.
DELETE FROM posting_key
USING json_array_elements_text($1) AS given (id)
WHERE posting_key.posting_id = given.id::bigint;
