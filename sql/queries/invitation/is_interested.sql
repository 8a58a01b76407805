-- Whether the last word of employer $3 of who is called $2 for posting $1 is that they are interested.
SELECT interest.interested
FROM candidate_interest AS interest
JOIN candidate_alias AS alias USING (candidate_id, posting_id)
WHERE interest.posting_id = $1 AND alias.alias = $2 AND interest.employer_id = $3
ORDER BY interest.id DESC
LIMIT 1;
