-- What employers said of candidate $1 of owner $2, the newest first; whether it is the last word of that employer for that
-- posting, and what a reviewer was asked about it.
SELECT interest.id, interest.posting_id, interest.employer_name, interest.interested, interest.reason, interest.words,
    interest.explanation::text, interest.rules, interest.revision, interest.explained_on,
    to_char(interest.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), posting.title,
    NOT EXISTS (SELECT FROM candidate_interest AS later
                WHERE later.candidate_id = interest.candidate_id AND later.posting_id = interest.posting_id
                  AND later.employer_id = interest.employer_id AND later.id > interest.id),
    review.words, to_char(review.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(review.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), review.answer
FROM candidate_interest AS interest
LEFT JOIN posting ON posting.id = interest.posting_id
LEFT JOIN candidate_interest_review AS review ON review.interest_id = interest.id
WHERE interest.candidate_id = $1 AND interest.owner_id = $2
ORDER BY interest.id DESC;
