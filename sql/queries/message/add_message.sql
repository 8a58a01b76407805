-- In the thread of candidate $1 with firm $2, by side $3 and account $4; about posting $5 with title $6 (NULL: none), in
-- words $7; at $8. Nothing where the candidate does not let the firm read.
INSERT INTO message (candidate_id, owner_id, firm, party, author_id, posting_id, title, words, made_at)
SELECT candidate_id, owner_id, firm, $3, $4, $5, $6, $7, to_timestamp($8)
FROM candidate_firm_consent
WHERE candidate_id = $1 AND firm = $2 AND withdrawn_at IS NULL
RETURNING id;
