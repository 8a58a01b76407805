-- Of each posting what ranking looks at, days as days since 1970: after revision $1, or after posting $2 of
-- that revision where $2 is not 0; at most $3. Degrees are text that gives back the same double.
SELECT
    posting.id, posting.revision,
    posting.verified AND posting.canonical_id IS NULL AND posting.evidence_lapsed_on IS NULL,
    posting.text_language, posting.hiring_organization, posting.remote,
    posting.date_posted - DATE '1970-01-01', posting.valid_through - DATE '1970-01-01',
    posting.closed_on - DATE '1970-01-01', posting.starts_on - DATE '1970-01-01',
    posting.noc, posting.original_title,
    posting.coded_permille[array_position(posting.coded_nocs, posting.noc)], cardinality(posting.coded_nocs) > 0,
    posting.hourly_max, posting.hours_max_tenths, posting.term,
    posting.term_ends - DATE '1970-01-01', posting.for_students, posting.work_time, posting.working_language, posting.asks_other_language,
    posting.education_asked, posting.equivalent_experience_accepted, posting.experience_min_months,
    posting.licence_asked, posting.refuses_outside_canada,
    place.province, place.latitude, place.longitude,
    (SELECT string_agg(province, '') FROM posting_place AS other WHERE other.posting_id = posting.id AND ordinal > 1)
FROM (
    SELECT *
    FROM posting
    WHERE (revision, id) > ($1::bigint, coalesce(nullif($2::bigint, 0), 9223372036854775807))
    ORDER BY revision, id
    LIMIT $3
) AS posting
-- LIMIT keeps it a look-up for each: a join would read every place for every page.
LEFT JOIN LATERAL (
    SELECT province, latitude, longitude
    FROM posting_place
    WHERE posting_place.posting_id = posting.id AND ordinal = 1
    LIMIT 1
) AS place ON true
ORDER BY posting.revision, posting.id;
