SELECT interest.id, interest.posting_id, interest.employer_name, interest.interested, interest.reason, interest.words,
    interest.explanation::text, interest.rules, interest.revision, interest.explained_on,
    to_char(interest.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), posting.title,
    true,
    review.words, to_char(review.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(review.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), review.answer
FROM candidate_interest_review AS review
JOIN candidate_interest AS interest ON interest.id = review.interest_id
LEFT JOIN posting ON posting.id = interest.posting_id
WHERE review.id = $1;
