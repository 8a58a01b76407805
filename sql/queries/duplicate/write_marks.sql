-- $1: array of [id, canonical id], the id itself where it is served; $2: revision of those that change.
UPDATE posting
SET canonical_id = nullif((given.mark->>1)::bigint, posting.id), revision = $2
FROM json_array_elements($1) AS given (mark)
WHERE posting.id = (given.mark->>0)::bigint
  AND posting.canonical_id IS DISTINCT FROM nullif((given.mark->>1)::bigint, posting.id);
