-- Decisions that a reviewer has been asked to look at and not answered, after $1, at most $2; nothing of the candidate.
SELECT review.id, review.posting_id, posting.title, posting.hiring_organization,
    to_char(review.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM candidate_interest_review AS review
LEFT JOIN posting ON posting.id = review.posting_id
WHERE review.answered_at IS NULL AND review.id > $1
ORDER BY review.id
LIMIT $2;
