-- $1: array of posting ids that are verified now.
DELETE FROM quarantine
USING json_array_elements_text($1) AS verified (id)
WHERE quarantine.posting_id = verified.id::bigint;
