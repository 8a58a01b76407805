-- Whoever registers an address again that was never confirmed has their own password for it, and decides what for: so
-- nobody can take an address beforehand. Nothing comes back where the account is somebody's.
INSERT INTO account (email, role, employer_name, password_hash, language, created_at)
VALUES ($1, $2, $3, $4, $5, to_timestamp($6))
ON CONFLICT (email) DO UPDATE SET role = excluded.role, employer_name = excluded.employer_name,
        password_hash = excluded.password_hash, language = excluded.language
    WHERE account.email_verified_at IS NULL AND account.role IN ('candidate', 'employer') AND account.disabled_at IS NULL
RETURNING id;
