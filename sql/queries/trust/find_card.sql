-- $1: the posting's id.
SELECT posting.source, record.file, record.line, record.sha256,
       to_char(record.fetched_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       trust.verdicts, trust.details, trust.verified_on, basis.content, trust.expires_on,
       trust.live_state, trust.live_on, trust.live_evidence, trust.live_until,
       posting.verified, posting.evidence_lapsed_on,
       (SELECT json_agg(check_name ORDER BY check_name) FROM cleared_check
        WHERE cleared_check.posting_id = posting.id AND cleared_check.sha256 = record.sha256),
       trust.statements
FROM posting
JOIN posting_record AS record ON record.posting_id = posting.id
LEFT JOIN posting_trust AS trust ON trust.posting_id = posting.id
LEFT JOIN verification_basis AS basis ON basis.id = trust.basis_id
WHERE posting.id = $1;
