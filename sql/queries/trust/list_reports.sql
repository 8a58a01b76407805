SELECT id, kind, words, to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM posting_report
WHERE posting_id = $1
ORDER BY id
LIMIT 200;
