-- Where it is given already, nothing changes.
INSERT INTO candidate_firm_consent (candidate_id, owner_id, firm, wording, may_replace)
SELECT id, owner_id, $3, $4, $5 FROM candidate WHERE id = $1 AND owner_id = $2
ON CONFLICT (candidate_id, firm) WHERE withdrawn_at IS NULL DO NOTHING;
