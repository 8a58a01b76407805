-- Before digest $1 is handed over: whether that was tried before, and whether its account still agrees to it.
SELECT digest.handed_at IS NOT NULL,
    EXISTS (SELECT FROM mail_consent AS consent JOIN account ON account.id = consent.account_id
            WHERE consent.account_id = digest.account_id AND consent.withdrawn_at IS NULL
              AND account.email_verified_at IS NOT NULL AND account.disabled_at IS NULL)
FROM mail_digest AS digest
WHERE id = $1
FOR UPDATE;
