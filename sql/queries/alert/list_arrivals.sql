-- Postings that came to be served after revision $1 and up to $2, with the last such revision, and are served
-- still: what proves them counts on day $3, and they stand for their job themselves.
SELECT arrival.posting_id, arrival.revision
FROM (
    SELECT posting_id, max(revision) AS revision
    FROM posting_history
    WHERE revision > $1 AND revision <= $2 AND state IN ('new', 'released', 'renewed', 'back_again')
    GROUP BY posting_id
) AS arrival
JOIN posting ON posting.id = arrival.posting_id
LEFT JOIN posting_trust AS trust ON trust.posting_id = posting.id
WHERE posting.verified AND posting.canonical_id IS NULL AND posting.evidence_lapsed_on IS NULL
  AND coalesce(least(trust.expires_on, trust.live_until) >= $3::date, true)
ORDER BY arrival.posting_id;
