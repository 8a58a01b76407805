-- Nothing comes back where the address has an account.
INSERT INTO account (email, role, password_hash, language, firm_id, email_verified_at, created_at)
VALUES ($1, $2, $3, $4, $5, CASE WHEN $7 THEN to_timestamp($6) END, to_timestamp($6))
ON CONFLICT (email) DO NOTHING
RETURNING id;
