-- $1 may be nobody's: then nothing is written, in the same time.
INSERT INTO account_token (sha256, account_id, purpose, expires_at)
SELECT $2, id, $3, to_timestamp($4) FROM account WHERE id = $1;
