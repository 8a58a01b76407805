-- Postings go to whoever their employer's spelling belongs to now.
UPDATE posting
SET employer_id = employer_alias.employer_id
FROM employer_alias
WHERE employer_alias.folded_name = fold_name(posting.hiring_organization)
  AND posting.employer_id IS DISTINCT FROM employer_alias.employer_id;
