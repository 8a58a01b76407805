-- What ($2) advisor $3 of firm $4 does with candidate $1, where the candidate lets the firm; else nothing.
INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, viewer_name)
SELECT candidate_id, owner_id, $2, 'advisor', $3, firm
FROM candidate_firm_consent
WHERE candidate_id = $1 AND firm = $4 AND withdrawn_at IS NULL AND (may_replace OR $2 <> 'replaced')
RETURNING (SELECT may_replace FROM candidate_firm_consent
           WHERE candidate_id = $1 AND firm = $4 AND withdrawn_at IS NULL);
