-- Decisions on posting $1, and whether each is of the record that stands now.
SELECT review.id, review.decision, review.check_name, review.reviewer, review.words,
       to_char(review.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), review.sha256 = record.sha256
FROM posting_review AS review
JOIN posting_record AS record ON record.posting_id = review.posting_id
WHERE review.posting_id = $1
ORDER BY review.id
LIMIT 200;
