-- $1: array of [id, canonical id]. How many of these are marked otherwise.
SELECT count(*)
FROM json_array_elements($1) AS given (mark)
JOIN posting ON posting.id = (given.mark->>0)::bigint
WHERE posting.canonical_id IS DISTINCT FROM nullif((given.mark->>1)::bigint, posting.id);
