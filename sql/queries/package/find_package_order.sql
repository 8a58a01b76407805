-- What package $1 is to be built of; nothing where it has ended, or is gone.
SELECT application.posting_id, candidate.document::text, package.own_words::text, package.sent_in, package.kept_in,
    package.rules, package.actor_role = 'advisor', coalesce(firm.name, package.actor_firm, ''), account.standing,
    account.licence_number
FROM application_package AS package
JOIN application ON application.id = package.application_id
JOIN candidate ON candidate.id = package.candidate_id
-- Whoever asks by a token of the operator's file has no account, and a firm that is a name.
LEFT JOIN firm ON firm.id = CASE WHEN package.actor_firm ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    THEN package.actor_firm::uuid END
LEFT JOIN account ON account.id = CASE WHEN package.actor_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    THEN package.actor_id::uuid END
WHERE package.id = $1 AND package.state = 'queued';
