SELECT package.id, package.number, package.application_id, package.candidate_id, application.posting_id, application.title,
    application.employer, package.version, package.own_words::text, package.sent_in, package.kept_in, package.rules,
    package.batch, package.actor_role, package.actor_id, firm.name,
    to_char(package.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), package.state, package.as_of,
    package.refusal, package.refused_field, package.refused_why,
    to_char(package.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM application_package AS package
JOIN application ON application.id = package.application_id
LEFT JOIN firm ON firm.id::text = package.actor_firm
WHERE package.id = $1;
