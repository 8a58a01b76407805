-- Postings after $1 by id, at most $2, of which something is due on day $3: evidence that has run out while the posting is open
-- ($5: for how many days where it does not say), another basis than $4 (0: whatever it is), a decision of a reviewer.
SELECT to_json(posting), places.list, record.sha256, (record.fetched_at AT TIME ZONE 'UTC')::date,
       lifecycle.last_seen, trust.verdicts, trust.details, trust.verified_on, trust.basis_id, trust.expires_on,
       trust.live_state, trust.live_on, trust.live_evidence, trust.live_until, trust.review_id,
       coalesce((SELECT max(id) FROM posting_review WHERE posting_id = posting.id), 0),
       (SELECT json_agg(check_name ORDER BY check_name) FROM cleared_check
        WHERE cleared_check.posting_id = posting.id AND cleared_check.sha256 = record.sha256),
       EXISTS (SELECT FROM rejected_posting WHERE rejected_posting.posting_id = posting.id),
       others.list, trust.statements
FROM (
    SELECT posting.*
    FROM (
        SELECT trust.posting_id
        FROM posting_trust AS trust
        JOIN posting ON posting.id = trust.posting_id
        WHERE trust.posting_id > $1 AND least(trust.expires_on, trust.live_until) < $3::date
          AND posting.closed_on IS NULL AND coalesce(posting.valid_through, posting.date_posted + $5::integer) >= $3::date
        UNION
        SELECT posting_id FROM posting_trust WHERE posting_id > $1 AND basis_id IS NULL
        UNION
        SELECT posting_id FROM posting_trust WHERE posting_id > $1 AND $4::bigint > 0 AND basis_id < $4::bigint
        UNION
        SELECT posting_id FROM posting_trust WHERE posting_id > $1 AND $4::bigint > 0 AND basis_id > $4::bigint
        UNION
        SELECT trust.posting_id
        FROM posting_review AS review
        JOIN posting_trust AS trust USING (posting_id)
        WHERE review.id > trust.review_id AND trust.posting_id > $1
    ) AS due
    JOIN posting ON posting.id = due.posting_id
    ORDER BY posting.id
    LIMIT $2
) AS posting
JOIN posting_record AS record ON record.posting_id = posting.id
JOIN posting_lifecycle AS lifecycle ON lifecycle.posting_id = posting.id
LEFT JOIN posting_trust AS trust ON trust.posting_id = posting.id
CROSS JOIN LATERAL (
    -- Degrees as text: not every reader of JSON numbers gives back the same double.
    SELECT json_agg(json_build_object(
        'province', province, 'city', city, 'postal_code', postal_code, 'place_id', place_id,
        'latitude', latitude::text, 'longitude', longitude::text
    ) ORDER BY ordinal) AS list
    FROM posting_place
    WHERE posting_place.posting_id = posting.id
) AS places
CROSS JOIN LATERAL (
    SELECT json_agg(json_build_array(other.id, other.source, other.date_posted) ORDER BY other.id) AS list
    FROM posting AS other
    WHERE other.id <> posting.id
      AND (other.canonical_id = coalesce(posting.canonical_id, posting.id) OR other.id = posting.canonical_id)
) AS others
ORDER BY posting.id;
