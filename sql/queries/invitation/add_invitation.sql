-- Employer $3 invites who is called $2 for posting $1, where they have asked and nothing is answered: in words $4, from $5
-- until $6. Nothing where somebody does so in the same moment.
INSERT INTO candidate_invitation (agreement_id, candidate_id, owner_id, posting_id, employer_id, turn, title, words, invited_at,
    expires_at)
SELECT agreement.id, agreement.candidate_id, agreement.owner_id, agreement.posting_id, agreement.employer_id,
    (SELECT count(*) + 1 FROM candidate_invitation AS before WHERE before.agreement_id = agreement.id),
    posting.title, $4, to_timestamp($5), to_timestamp($6)
FROM candidate_agreement AS agreement
JOIN candidate_alias AS alias USING (candidate_id, posting_id)
JOIN posting ON posting.id = agreement.posting_id
WHERE agreement.posting_id = $1 AND alias.alias = $2 AND agreement.employer_id = $3 AND agreement.agreed IS NULL
ON CONFLICT ON CONSTRAINT candidate_invitation_in_turn DO NOTHING
RETURNING id;
