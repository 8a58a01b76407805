-- How many of source $1 (NULL: of any) are kept aside, by source, kind, field and reason: the most frequent first, at most
-- $2.
SELECT source, posting_id IS NULL, field, reason, count(*),
    to_char(max(first_seen) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM quarantine
WHERE $1::text IS NULL OR source = $1
GROUP BY source, posting_id IS NULL, field, reason
ORDER BY count(*) DESC, source, posting_id IS NULL, field, reason
LIMIT $2;
