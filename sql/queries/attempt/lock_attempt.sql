-- The row is there and locked afterwards, so that attempts at once are counted one after the other.
INSERT INTO sign_in_attempt (subject, attempts, last_at, forget_after)
VALUES ($1, 0, to_timestamp(0), to_timestamp($2))
ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject
RETURNING attempts, extract(epoch FROM last_at)::bigint;
