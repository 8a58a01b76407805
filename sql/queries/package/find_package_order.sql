-- What package $1 is to be built of; nothing where it has ended, or is gone.
SELECT application.posting_id, candidate.document::text, package.own_words::text, package.sent_in, package.kept_in,
    package.rules
FROM application_package AS package
JOIN application ON application.id = package.application_id
JOIN candidate ON candidate.id = package.candidate_id
WHERE package.id = $1 AND package.state = 'queued';
