-- Of account $1, the newest first.
SELECT kind, wording, language, extract(epoch FROM given_at)::bigint, extract(epoch FROM withdrawn_at)::bigint
FROM mail_consent
WHERE account_id = $1
ORDER BY id DESC;
