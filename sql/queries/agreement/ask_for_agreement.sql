-- Employer $3 asks to know who is called $2 for posting $1; asking again changes nothing.
INSERT INTO candidate_agreement (candidate_id, owner_id, posting_id, employer_id, employer_name)
SELECT candidate.id, candidate.owner_id, posting.id, $3, employer.name
FROM candidate_alias AS alias
JOIN shown_candidate AS candidate ON candidate.id = alias.candidate_id
JOIN posting ON posting.id = alias.posting_id
JOIN employer ON employer.id = posting.employer_id
WHERE alias.posting_id = $1 AND alias.alias = $2
ON CONFLICT ON CONSTRAINT candidate_agreement_asked_once DO NOTHING;
