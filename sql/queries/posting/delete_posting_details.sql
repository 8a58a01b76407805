-- $1: array of posting ids whose places and checks are about to be written anew.
WITH rewritten AS (
    SELECT id::bigint AS posting_id FROM json_array_elements_text($1) AS given (id)
), places AS (
    DELETE FROM posting_place USING rewritten WHERE posting_place.posting_id = rewritten.posting_id
)
DELETE FROM posting_check USING rewritten WHERE posting_check.posting_id = rewritten.posting_id;
