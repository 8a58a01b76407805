-- Locked until the transaction ends: no other worker sends it meanwhile.
SELECT id, recipient, language, subject, body, unsubscribe_url, attempts, extract(epoch FROM queued_at)::bigint, digest_id
FROM mail_outbox
WHERE due_at <= clock_timestamp()
ORDER BY due_at, id
LIMIT 1
FOR UPDATE SKIP LOCKED;
