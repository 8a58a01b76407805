-- About decision $3 on candidate $1 of owner $2, in words $4; asking again changes nothing.
INSERT INTO candidate_interest_review (interest_id, candidate_id, owner_id, posting_id, words)
SELECT id, candidate_id, owner_id, posting_id, $4
FROM candidate_interest
WHERE id = $3 AND candidate_id = $1 AND owner_id = $2
ON CONFLICT ON CONSTRAINT candidate_interest_review_asked_once DO NOTHING
RETURNING id;
