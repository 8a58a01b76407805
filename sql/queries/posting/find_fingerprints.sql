-- $2: array of source ids.
SELECT posting.source_id, posting_record.sha256, posting_record.normaliser_version,
       posting.verified,
       lifecycle.gone_on IS NOT NULL OR posting.evidence_lapsed_on IS NOT NULL, posting.id,
       lifecycle.last_seen,
       EXISTS (SELECT FROM rejected_posting WHERE rejected_posting.posting_id = posting.id),
       (SELECT json_agg(check_name) FROM cleared_check
        WHERE cleared_check.posting_id = posting.id AND cleared_check.sha256 = posting_record.sha256)
FROM json_array_elements_text($2) AS asked (source_id)
JOIN posting ON posting.source = $1 AND posting.source_id = asked.source_id
JOIN posting_record ON posting_record.posting_id = posting.id
JOIN posting_lifecycle AS lifecycle ON lifecycle.posting_id = posting.id;
