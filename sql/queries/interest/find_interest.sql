-- The last that employer $3 said of candidate $2 for posting $1.
SELECT interest.id, interest.posting_id, interest.employer_name, interest.interested, interest.reason, interest.words,
    interest.explanation::text, interest.rules, interest.revision, interest.explained_on,
    to_char(interest.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), posting.title
FROM candidate_interest AS interest
JOIN posting ON posting.id = interest.posting_id
WHERE interest.posting_id = $1 AND interest.candidate_id = $2 AND interest.employer_id = $3
ORDER BY interest.id DESC
LIMIT 1;
