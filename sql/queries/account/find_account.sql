SELECT id, email, role, password_hash, language, email_verified_at IS NOT NULL, disabled_at IS NOT NULL, firm_id, standing, licence_number,
       totp_secret, totp_confirmed_at IS NOT NULL, totp_step, employer_name
FROM account WHERE id = $1;
