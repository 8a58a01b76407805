-- Where the employer itself shows a posting, and what its page said when it was asked.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting_trust
    ADD COLUMN employer_page     text,
    ADD COLUMN employer_state    text CONSTRAINT posting_trust_employer_state_known
                                      CHECK (employer_state IN ('live', 'closed', 'uncertain')),
    ADD COLUMN employer_on       date,
    ADD COLUMN employer_evidence text,
    ADD COLUMN employer_until    date,
    ADD CONSTRAINT posting_trust_employer_whole CHECK (num_nulls(employer_state, employer_on, employer_evidence) IN (0, 3)),
    ADD CONSTRAINT posting_trust_employer_asked CHECK (employer_state IS NULL OR employer_page IS NOT NULL),
    ADD CONSTRAINT posting_trust_employer_until_seen CHECK (employer_until IS NULL OR employer_on IS NOT NULL);
COMMENT ON COLUMN posting_trust.employer_page IS
    'Address under the employer''s own name that the posting has or links to; NULL: none is known.';
COMMENT ON COLUMN posting_trust.employer_until IS
    'Last day on which the answer of that page counts; NULL: it is to be asked.';
CREATE INDEX posting_trust_by_answer ON posting_trust (employer_until) WHERE employer_until IS NOT NULL;
CREATE INDEX posting_trust_to_ask ON posting_trust (posting_id) WHERE employer_page IS NOT NULL AND employer_until IS NULL;

CREATE FUNCTION keeps_answer(kept posting_trust, given posting_trust) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(kept.employer_state IS NOT NULL AND given.employer_state IS NULL AND given.employer_page = kept.employer_page, false)
$$;
COMMENT ON FUNCTION keeps_answer IS
    'Whether a new row of posting_trust knows nothing of what the page of the employer, still the same, has said.';

CREATE OR REPLACE VIEW posting_to_verify WITH (security_invoker = true) AS
SELECT to_json(posting) AS posting, places.list AS places, record.sha256,
       (record.fetched_at AT TIME ZONE 'UTC')::date AS fetched_on,
       lifecycle.last_seen, trust.verdicts, trust.details, trust.verified_on, trust.basis_id, trust.expires_on,
       trust.live_state, trust.live_on, trust.live_evidence, trust.live_until, trust.review_id,
       coalesce((SELECT max(id) FROM posting_review WHERE posting_id = posting.id), 0) AS last_review_id,
       (SELECT json_agg(check_name ORDER BY check_name) FROM cleared_check
        WHERE cleared_check.posting_id = posting.id AND cleared_check.sha256 = record.sha256) AS cleared,
       EXISTS (SELECT FROM rejected_posting WHERE rejected_posting.posting_id = posting.id) AS rejected,
       others.list AS others, trust.statements, posting.id,
       own.posting_id IS NOT NULL AS sketched, own.employers, own.first_id,
       CASE WHEN own.employers > 1 THEN (
           SELECT json_build_array(employer.legal_name, first.posted, first.employer = own.employer)
           FROM posting_text AS first
           JOIN posting AS other ON other.id = first.posting_id
           LEFT JOIN employer ON employer.id = other.employer_id
           WHERE first.posting_id = own.first_id) END AS first,
       trust.employer_page, trust.employer_state, trust.employer_on, trust.employer_evidence, trust.employer_until
FROM posting
JOIN posting_record AS record ON record.posting_id = posting.id
JOIN posting_lifecycle AS lifecycle ON lifecycle.posting_id = posting.id
LEFT JOIN posting_trust AS trust ON trust.posting_id = posting.id
LEFT JOIN posting_text AS own ON own.posting_id = posting.id
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
