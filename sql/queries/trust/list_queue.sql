-- What waits for a reviewer, after posting $1, at most $2: held back by a check that was judged wrong by nobody or one person
-- only, or reported since a reviewer last decided.
SELECT posting.id, posting.title, posting.hiring_organization, posting.source, posting.verified, posting.evidence_lapsed_on,
       coalesce(trust.verdicts, ''), quarantine.field, quarantine.reason, reports.number, reviews.number
FROM posting
JOIN posting_record AS record ON record.posting_id = posting.id
LEFT JOIN posting_trust AS trust ON trust.posting_id = posting.id
LEFT JOIN quarantine ON quarantine.posting_id = posting.id
CROSS JOIN LATERAL (
    SELECT count(*) AS number FROM posting_report AS report
    WHERE report.posting_id = posting.id AND report.made_at > coalesce((
        SELECT max(made_at) FROM posting_review AS review
        WHERE review.posting_id = posting.id AND review.decision <> 'note'), '-infinity')
) AS reports
CROSS JOIN LATERAL (
    SELECT count(*) AS number FROM posting_review AS review
    WHERE review.posting_id = posting.id AND review.sha256 = record.sha256 AND review.decision = 'confirm'
) AS reviews
WHERE posting.id > $1
  AND (reports.number > 0 OR (NOT posting.verified AND reviews.number = 0))
ORDER BY posting.id
LIMIT $2;
