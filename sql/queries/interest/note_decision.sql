-- That reviewer $2 reads what request $1 is about.
INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, posting_id)
SELECT candidate_id, owner_id, 'decision', 'reviewer', $2, posting_id
FROM candidate_interest_review
WHERE id = $1
RETURNING id;
