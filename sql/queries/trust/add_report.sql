INSERT INTO posting_report (posting_id, kind, words)
SELECT id, $2, $3 FROM posting WHERE id = $1
RETURNING id;
