-- That employer $3 is told who is called $2 for posting $1, where the candidate agreed to that; else nothing.
INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, viewer_name, posting_id)
SELECT agreement.candidate_id, agreement.owner_id, 'contact', 'employer', agreement.employer_id, employer.name, posting.id
FROM candidate_agreement AS agreement
JOIN candidate_alias AS alias USING (candidate_id, posting_id)
JOIN posting ON posting.id = agreement.posting_id
JOIN employer ON employer.id = posting.employer_id
WHERE agreement.posting_id = $1 AND alias.alias = $2 AND agreement.employer_id = $3 AND agreement.agreed
RETURNING candidate_id;
