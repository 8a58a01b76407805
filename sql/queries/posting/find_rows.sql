-- $1: array of ids. The rows as they stand, held back or not, with whether each is gone.
SELECT posting.id, to_json(posting), lifecycle.gone_on IS NOT NULL
FROM json_array_elements_text($1) AS asked (id)
JOIN posting ON posting.id = asked.id::bigint
JOIN posting_lifecycle AS lifecycle ON lifecycle.posting_id = posting.id;
