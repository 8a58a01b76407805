-- At most $2 notes of digests from before day $1.
WITH gone AS (
    DELETE FROM mail_digest
    WHERE id IN (
        SELECT id FROM mail_digest WHERE state <> 'waiting' AND queued_at < $1::date ORDER BY queued_at LIMIT $2)
    RETURNING id
)
SELECT count(*) FROM gone;
