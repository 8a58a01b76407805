-- The last that employer $2 said of those candidates for posting $1 who are called one of $3 (an array).
SELECT DISTINCT ON (alias.alias) alias.alias, interest.id, interest.posting_id, interest.employer_name, interest.interested, interest.reason, interest.words,
    interest.explanation::text, interest.rules, interest.revision, interest.explained_on,
    to_char(interest.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), posting.title
FROM candidate_interest AS interest
JOIN candidate_alias AS alias USING (candidate_id, posting_id)
JOIN posting ON posting.id = interest.posting_id
WHERE interest.posting_id = $1 AND interest.employer_id = $2
  AND alias.alias = ANY (ARRAY(SELECT json_array_elements_text($3)::uuid))
ORDER BY alias.alias, interest.id DESC;
