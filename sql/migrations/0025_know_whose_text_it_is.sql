-- What a posting's own text says, in 64 bits, so that a text that another employer had before is found.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE posting_text (
    posting_id bigint CONSTRAINT posting_text_pkey PRIMARY KEY
                      CONSTRAINT posting_text_posting_id_fkey REFERENCES posting (id),
    sketch     bigint NOT NULL,
    employer   bigint NOT NULL,
    posted     date,
    first_id   bigint CONSTRAINT posting_text_first_id_fkey REFERENCES posting (id),
    employers  smallint,
    CONSTRAINT posting_text_compared_whole CHECK (num_nulls(first_id, employers) IN (0, 2))
);
CREATE INDEX posting_text_to_compare ON posting_text (posting_id) WHERE first_id IS NULL;
COMMENT ON TABLE posting_text IS 'Postings whose own text is long enough to be compared, and what the comparison found.';
COMMENT ON COLUMN posting_text.sketch IS 'Of the text (indexer/verification/shingles.hpp).';
COMMENT ON COLUMN posting_text.employer IS 'Hash of the employer''s key, or of that of its operating name.';
COMMENT ON COLUMN posting_text.first_id IS 'Of the postings with such a text, this one among them, the first; NULL: not compared yet.';
COMMENT ON COLUMN posting_text.employers IS 'How many employers have such a text; 3 stands for three or more.';
GRANT SELECT ON posting_text TO jobscout_api;

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
           WHERE first.posting_id = own.first_id) END AS first
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
