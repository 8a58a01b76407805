-- Request $1 by reviewer $2; nothing where it is answered, or none.
UPDATE candidate_interest_review SET answered_at = now(), answered_by = $2, answer = $3
WHERE id = $1 AND answered_at IS NULL
RETURNING id;
