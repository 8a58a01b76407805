-- One employer under all of its spellings, what a posting says of sponsorship, and postings that
-- advertise one job.
SET LOCAL ROLE jobscout_owner;

-- A spelling is keyed by the indexer, which knows legal forms and operating names. Until it has, the
-- folded spelling is the key, and its version is 0.
ALTER TABLE employer
    ADD COLUMN key            text,
    ADD COLUMN legal_name     text,
    ADD COLUMN operating_name text;
UPDATE employer SET key = folded_name, legal_name = name;
CREATE TABLE employer_alias (
    folded_name text    CONSTRAINT employer_alias_pkey PRIMARY KEY
                        CONSTRAINT employer_alias_named CHECK (folded_name <> ''),
    name        text    NOT NULL,
    employer_id bigint  NOT NULL CONSTRAINT employer_alias_employer_id_fkey REFERENCES employer (id),
    key_version integer NOT NULL
);
INSERT INTO employer_alias (folded_name, name, employer_id, key_version)
SELECT folded_name, name, id, 0 FROM employer;
CREATE INDEX employer_alias_by_employer ON employer_alias (employer_id);
ALTER TABLE employer
    DROP COLUMN folded_name,
    ALTER COLUMN key SET NOT NULL,
    ALTER COLUMN legal_name SET NOT NULL,
    ADD CONSTRAINT employer_key_unique UNIQUE (key),
    ADD CONSTRAINT employer_keyed CHECK (key <> '');
COMMENT ON TABLE employer IS 'Who hires: one row under all spellings of one name; the name as it was first seen.';
COMMENT ON COLUMN employer.key IS 'What spellings of one employer have in common (indexer/normalise/employer_name.hpp).';
COMMENT ON COLUMN employer.operating_name IS 'Where the name first seen states one beside the legal name.';
COMMENT ON TABLE employer_alias IS 'Each spelling that was seen, by its folded form (fold_name), and whose it is.';
COMMENT ON COLUMN employer_alias.key_version IS 'Of the rule that gave the key; 0: not yet keyed by the indexer.';

ALTER TABLE posting
    ADD COLUMN sponsorship       text CONSTRAINT posting_sponsorship_known CHECK (sponsorship IN
        ('offers', 'conditional', 'refuses')),
    ADD COLUMN sponsorship_quote text CONSTRAINT posting_sponsorship_quote_short CHECK (length(sponsorship_quote) <= 250),
    ADD COLUMN canonical_id      bigint CONSTRAINT posting_canonical_id_fkey REFERENCES posting (id)
                                        CONSTRAINT posting_canonical_id_other CHECK (canonical_id <> id),
    ADD CONSTRAINT posting_sponsorship_quoted CHECK (num_nulls(sponsorship, sponsorship_quote) IN (0, 2));
COMMENT ON COLUMN posting.sponsorship IS 'What it says about sponsoring a work permit or visa; NULL: nothing.';
COMMENT ON COLUMN posting.sponsorship_quote IS 'The sentence that says so, in the posting''s own words.';
COMMENT ON COLUMN posting.canonical_id IS
    'The posting that is served in the place of this one, because both advertise one job; NULL: it is served itself.';
CREATE INDEX posting_by_canonical ON posting (canonical_id) WHERE canonical_id IS NOT NULL;

CREATE TABLE posting_key (
    posting_id bigint CONSTRAINT posting_key_pkey PRIMARY KEY
                      CONSTRAINT posting_key_posting_id_fkey REFERENCES posting (id),
    block      bigint,
    ad         bigint,
    raw        bigint NOT NULL
);
CREATE INDEX posting_key_by_block ON posting_key (block) WHERE block IS NOT NULL;
CREATE INDEX posting_key_by_ad ON posting_key (ad) WHERE ad IS NOT NULL;
CREATE INDEX posting_key_by_raw ON posting_key (raw);
COMMENT ON TABLE posting_key IS 'By what postings of one job find each other; only verified postings have keys (indexer/duplicates).';
COMMENT ON COLUMN posting_key.block IS 'Hash of employer and places.';
COMMENT ON COLUMN posting_key.ad IS 'Hash of the advertisement''s number or link.';
COMMENT ON COLUMN posting_key.raw IS 'Hash of the record''s bytes.';

CREATE TABLE duplicate_progress (
    one_row       boolean NOT NULL DEFAULT true CONSTRAINT duplicate_progress_pkey PRIMARY KEY
                          CONSTRAINT duplicate_progress_has_one_row CHECK (one_row),
    revision      bigint  NOT NULL,
    posting_id    bigint  NOT NULL,
    rules_version integer NOT NULL
);
INSERT INTO duplicate_progress (revision, posting_id, rules_version) VALUES (0, 0, 0);
COMMENT ON TABLE duplicate_progress IS 'Up to which change of which posting duplicates have been looked for, and by which rules.';

GRANT SELECT ON employer_alias TO jobscout_api;

CREATE VIEW advertised_posting AS
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
                'province', province, 'city', city, 'postal_code', postal_code, 'place_id', place_id,
                'latitude', NULL) ORDER BY ordinal)
     FROM posting_place WHERE posting_place.posting_id = posting.id) AS places
FROM posting
JOIN posting_record ON posting_record.posting_id = posting.id
LEFT JOIN employer ON employer.id = posting.employer_id;
COMMENT ON VIEW advertised_posting IS 'What tells whether two postings advertise one job (indexer/duplicates).';
