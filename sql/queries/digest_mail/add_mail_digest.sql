-- For account $1 on its day $2, at $3. Nothing comes back where there is one already.
INSERT INTO mail_digest (account_id, day, queued_at)
VALUES ($1, $2, to_timestamp($3))
ON CONFLICT DO NOTHING
RETURNING id;
