-- Whoever registers an address again that was never confirmed has their own password for it: so nobody can
-- take an address beforehand. Nothing comes back where the account is somebody's.
INSERT INTO account (email, role, password_hash, language, created_at)
VALUES ($1, 'candidate', $2, $3, to_timestamp($4))
ON CONFLICT (email) DO UPDATE SET password_hash = excluded.password_hash, language = excluded.language
    WHERE account.email_verified_at IS NULL AND account.role = 'candidate' AND account.disabled_at IS NULL
RETURNING id;
