-- A step is taken once, and none before it afterwards: nothing comes back.
UPDATE account SET totp_step = $2
WHERE id = $1 AND totp_confirmed_at IS NOT NULL AND (totp_step IS NULL OR totp_step < $2)
RETURNING id;
