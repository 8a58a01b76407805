-- That posting $1 is of employer $2, whose address is at domain $3, where link $4 shows it; nothing where the posting is not
-- served, or the employer has said so.
INSERT INTO posting_claim (posting_id, account_id, employer_name, domain, link)
SELECT posting.id, account.id, coalesce(account.employer_name, ''), $3, $4
FROM posting JOIN account ON account.id = $2
WHERE posting.id = $1
ON CONFLICT (posting_id, account_id) WHERE state IN ('waiting', 'accepted') DO NOTHING
RETURNING id;
