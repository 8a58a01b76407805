-- Of account $1 to mail of kind $2 (NULL: of any), unless it is to these words ($3; NULL: in any case), as of $4.
UPDATE mail_consent
SET withdrawn_at = greatest(to_timestamp($4), given_at)
WHERE account_id = $1 AND withdrawn_at IS NULL AND ($2::text IS NULL OR kind = $2) AND (wording = $3) IS NOT TRUE
RETURNING id;
