INSERT INTO posting_review (posting_id, decision, check_name, sha256, reviewer, words)
SELECT posting_id, $2, $3, sha256, $4, $5 FROM posting_record WHERE posting_id = $1
RETURNING id;
