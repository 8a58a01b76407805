-- Candidate $1 of owner $2 to firm $3, unless it is to these words ($4) and this extent ($5); NULL: in any case.
UPDATE candidate_firm_consent
SET withdrawn_at = now()
WHERE candidate_id = $1 AND owner_id = $2 AND firm = $3 AND withdrawn_at IS NULL
  AND (wording = $4 AND may_replace = $5) IS NOT TRUE
RETURNING id;
