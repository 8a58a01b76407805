-- What employer $3 says of candidate $2 for posting $1: $4 whether interested, $5 the reason, $6 words; $7 the explanation
-- under rules $8, of revision $9 and day $10. Nothing where the same was said last, or the candidate is not shown.
INSERT INTO candidate_interest (candidate_id, owner_id, posting_id, employer_id, employer_name, interested, reason, words,
    explanation, rules, revision, explained_on)
SELECT shown.id, shown.owner_id, posting.id, $3, employer.name, $4, $5, $6, $7, $8, $9, $10
FROM shown_candidate AS shown
JOIN posting ON posting.id = $1
JOIN employer ON employer.id = posting.employer_id
WHERE shown.id = $2
  AND NOT EXISTS (
      SELECT FROM (
          SELECT interested, reason, words FROM candidate_interest AS said
          WHERE said.candidate_id = shown.id AND said.posting_id = posting.id AND said.employer_id = $3
          ORDER BY said.id DESC LIMIT 1) AS last
      WHERE last.interested = $4 AND last.reason = $5 AND last.words = $6)
RETURNING id;
