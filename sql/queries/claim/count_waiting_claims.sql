-- Of employer $1.
SELECT count(*) FROM posting_claim WHERE account_id = $1 AND state = 'waiting';
