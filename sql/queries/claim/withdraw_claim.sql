-- Of employer $2 to posting $1.
UPDATE posting_claim SET state = 'withdrawn', decided_at = now(), decided_by = $2::text, words = ''
WHERE posting_id = $1 AND account_id = $2::uuid AND state IN ('waiting', 'accepted')
RETURNING id;
