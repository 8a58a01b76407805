-- $1: array of [id, canonical id], the id itself where it is served; $2: their revision.
UPDATE posting
SET canonical_id = nullif((given.mark->>1)::bigint, posting.id), revision = $2
FROM json_array_elements($1) AS given (mark)
WHERE posting.id = (given.mark->>0)::bigint;
