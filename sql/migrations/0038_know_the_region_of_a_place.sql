-- A place of work that is stated as an area of a province: `Vancouver Island`.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting_place
    ADD COLUMN region text,
    ADD CONSTRAINT posting_place_region_or_city CHECK (region IS NULL OR city = '');
COMMENT ON COLUMN posting_place.region IS 'As stated, where that is an area of the province and no city.';

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
        'province', province, 'city', city, 'region', region, 'postal_code', postal_code, 'place_id', place_id,
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

CREATE OR REPLACE VIEW advertised_posting AS
SELECT
    posting.id, posting.revision, posting.verified, posting.canonical_id, posting.source, posting.source_id, posting.url, posting.title,
    posting.original_title, posting.date_posted, posting.valid_through, posting.closed_on, posting.noc,
    posting.pay_min, posting.pay_max, posting.pay_period, posting.hours_assumed, posting.hourly_min,
    posting.hourly_max, posting.yearly_min, posting.yearly_max, posting.hours_min_tenths,
    posting.hours_max_tenths, posting.term, posting.work_time, posting.vacancies,
    posting.education_asked, posting.experience_min_months,
    cardinality(posting.duties) > 0 AS has_duties,
    cardinality(posting.skills) > 0 AS has_skills,
    octet_length(posting.description) > 0 AS has_description,
    coalesce(employer.key, '') AS employer_key,
    posting_record.sha256 AS record_digest,
    -- Where there is no text, what is asked alone tells nothing.
    CASE WHEN cardinality(posting.duties) > 0 OR cardinality(posting.skills) > 0 OR octet_length(posting.description) > 0
         THEN md5(concat_ws(E'\n', posting.duties, posting.skills, posting.description, posting.education_asked,
                            posting.experience_min_months, posting.credentials))
         ELSE '' END AS text_digest,
    (SELECT json_agg(json_build_object(
                'province', province, 'city', city, 'region', region, 'postal_code', postal_code,
                'place_id', place_id, 'latitude', NULL) ORDER BY ordinal)
     FROM posting_place WHERE posting_place.posting_id = posting.id) AS places
FROM posting
JOIN posting_record ON posting_record.posting_id = posting.id
LEFT JOIN employer ON employer.id = posting.employer_id;
