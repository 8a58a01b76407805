-- What the checks look at of a posting, with the verdicts that stand: three queries choose among them.
-- The view shows nobody more than they may see.
SET LOCAL ROLE jobscout_owner;

CREATE VIEW posting_to_verify WITH (security_invoker = true) AS
SELECT to_json(posting) AS posting, places.list AS places, record.sha256,
       (record.fetched_at AT TIME ZONE 'UTC')::date AS fetched_on,
       lifecycle.last_seen, trust.verdicts, trust.details, trust.verified_on, trust.basis_id, trust.expires_on,
       trust.live_state, trust.live_on, trust.live_evidence, trust.live_until, trust.review_id,
       coalesce((SELECT max(id) FROM posting_review WHERE posting_id = posting.id), 0) AS last_review_id,
       (SELECT json_agg(check_name ORDER BY check_name) FROM cleared_check
        WHERE cleared_check.posting_id = posting.id AND cleared_check.sha256 = record.sha256) AS cleared,
       EXISTS (SELECT FROM rejected_posting WHERE rejected_posting.posting_id = posting.id) AS rejected,
       others.list AS others, trust.statements, posting.id
FROM posting
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
) AS others;
COMMENT ON VIEW posting_to_verify IS 'Of each posting what the checks look at, and the verdicts that stand.';

GRANT SELECT ON posting_to_verify TO jobscout_api;
