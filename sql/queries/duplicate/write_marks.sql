-- $1: array of [id, canonical id], the id itself where it is served; $2: their revision.
-- What is said of their being advertised before is due to be said anew.
WITH marked AS (
    UPDATE posting_trust
    SET basis_id = NULL
    FROM json_array_elements($1) AS given (mark)
    WHERE posting_trust.posting_id IN ((given.mark->>0)::bigint, (given.mark->>1)::bigint)
)
UPDATE posting
SET canonical_id = nullif((given.mark->>1)::bigint, posting.id), revision = $2
FROM json_array_elements($1) AS given (mark)
WHERE posting.id = (given.mark->>0)::bigint;
