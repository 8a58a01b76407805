-- At most $2 accounts made before day $1 whose address nobody has confirmed.
WITH gone AS (
    DELETE FROM account
    WHERE id IN (
        SELECT id FROM account WHERE email_verified_at IS NULL AND created_at < $1::date ORDER BY created_at LIMIT $2)
    RETURNING id
)
SELECT count(*) FROM gone;
