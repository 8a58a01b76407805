-- For application $1, with the letter's words as they stand: sent in language $2 (NULL: that of the posting), kept in $3,
-- shown under rules $4 too, of batch $5 (NULL: by itself), by role $6, account $7 and firm $8; at $9. Nothing where there
-- are as many as there may be, $10.
INSERT INTO application_package (application_id, candidate_id, owner_id, version, own_words, sent_in, kept_in, rules, batch,
    actor_role, actor_id, actor_firm, asked_at)
SELECT application.id, application.candidate_id, application.owner_id, last.version + 1,
    coalesce((SELECT own_words FROM application_letter WHERE application_id = $1 ORDER BY version DESC LIMIT 1), '{}'),
    $2, $3, $4, $5, $6, $7, $8, to_timestamp($9)
FROM application
CROSS JOIN (SELECT coalesce(max(version), 0) AS version FROM application_package WHERE application_id = $1) AS last
WHERE application.id = $1 AND last.version < $10
RETURNING id;
