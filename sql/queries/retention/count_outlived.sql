-- Candidates that nobody has used since day $1, lines of readings before day $2, accounts unconfirmed since before day $3,
-- notes of digests before day $4 (NULL: none of them), and what ended before day $5.
SELECT (SELECT count(*) FROM candidate
        WHERE used_on < $1::date AND NOT EXISTS (
            SELECT FROM candidate_access AS line
            WHERE line.candidate_id = candidate.id AND line.viewer_role = 'advisor' AND line.seen_at >= $1::date)),
    (SELECT count(*) FROM candidate_access WHERE seen_at < $2::date),
    (SELECT count(*) FROM account WHERE email_verified_at IS NULL AND created_at < $3::date),
    (SELECT count(*) FROM mail_digest WHERE state <> 'waiting' AND queued_at < $4::date),
    (SELECT count(*) FROM account_session WHERE least(idle_expires_at, expires_at) < $5::date)
        + (SELECT count(*) FROM account_device WHERE expires_at < $5::date)
        + (SELECT count(*) FROM account_token WHERE expires_at < $5::date)
        + (SELECT count(*) FROM answered_request WHERE began_at < $5::date - 1)
        + (SELECT count(*) FROM job WHERE finished_at < $5::date - 30);
