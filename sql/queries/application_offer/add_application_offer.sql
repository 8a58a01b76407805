-- Of application $1: version $2, which came on day $3, offer $4, by role $5, account $6 and firm $7; at $8. Nothing where
-- there is one.
INSERT INTO application_offer (application_id, candidate_id, owner_id, version, received_on, offer, actor_role, actor_id,
    actor_firm, made_at)
SELECT id, candidate_id, owner_id, $2, $3, $4, $5, $6, $7, to_timestamp($8) FROM application WHERE id = $1
ON CONFLICT ON CONSTRAINT application_offer_pkey DO NOTHING
RETURNING version;
