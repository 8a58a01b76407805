-- What became of all claims to posting $1, the oldest first.
SELECT claim_id, domain, state, actor, words, to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM posting_claim_event
WHERE posting_id = $1
ORDER BY id
LIMIT 200;
