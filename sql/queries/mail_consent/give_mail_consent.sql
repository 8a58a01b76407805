-- Where it is given already, nothing changes and nothing comes back.
INSERT INTO mail_consent (account_id, kind, wording, language, given_at)
VALUES ($1, $2, $3, $4, to_timestamp($5))
ON CONFLICT (account_id, kind) WHERE withdrawn_at IS NULL DO NOTHING
RETURNING id;
