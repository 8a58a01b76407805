-- At most $2 each of sessions, browsers, mailed secrets and answered requests that ended before day $1, and of jobs that
-- ended 30 days before it.
WITH session AS (
    DELETE FROM account_session
    WHERE id IN (
        SELECT id FROM account_session WHERE least(idle_expires_at, expires_at) < $1::date LIMIT $2)
    RETURNING id
), device AS (
    DELETE FROM account_device
    WHERE sha256 IN (SELECT sha256 FROM account_device WHERE expires_at < $1::date LIMIT $2)
    RETURNING sha256
), token AS (
    DELETE FROM account_token
    WHERE sha256 IN (SELECT sha256 FROM account_token WHERE expires_at < $1::date LIMIT $2)
    RETURNING sha256
), request AS (
    DELETE FROM answered_request
    WHERE (owner_id, key_digest) IN (
        SELECT owner_id, key_digest FROM answered_request WHERE began_at < $1::date - 1 LIMIT $2)
    RETURNING owner_id
)
SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM device) + (SELECT count(*) FROM token)
    + (SELECT count(*) FROM request) + forget_jobs($1::date - 30, $2);
