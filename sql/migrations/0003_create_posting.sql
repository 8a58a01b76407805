-- Postings: what a source said (posting_record), what we made of it (posting, posting_place), what
-- the checks found (posting_check), and what could not be used (quarantine).
SET LOCAL ROLE jobscout_owner;

-- One row: how many changes of postings have been made. A writer locks it until it commits, so
-- revisions become visible in their order and none is skipped; a sequence would promise neither.
CREATE TABLE revision_counter (
    one_row  boolean NOT NULL DEFAULT true CONSTRAINT revision_counter_pkey PRIMARY KEY
                     CONSTRAINT revision_counter_has_one_row CHECK (one_row),
    revision bigint  NOT NULL
);
INSERT INTO revision_counter (revision) VALUES (0);

-- Under which names are two the same? Case and runs of white space do not tell them apart.
CREATE FUNCTION fold_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(btrim(regexp_replace(name, '\s+', ' ', 'g')));

CREATE TABLE employer (
    id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT employer_pkey PRIMARY KEY,
    name        text   NOT NULL,
    folded_name text   NOT NULL GENERATED ALWAYS AS (fold_name(name)) STORED
                       CONSTRAINT employer_folded_name_unique UNIQUE
                       CONSTRAINT employer_named CHECK (folded_name <> '')
);
COMMENT ON TABLE employer IS 'Who hires, by name; the name as it was first seen.';

CREATE TABLE posting (
    id                     bigint   GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_pkey PRIMARY KEY,
    source                 text     NOT NULL,
    source_id              text     NOT NULL,
    revision               bigint   NOT NULL,
    verified               boolean  NOT NULL,
    url                    text     NOT NULL,
    title                  text     NOT NULL,
    original_title         text     NOT NULL,
    text_language          text     NOT NULL,
    hiring_organization    text     NOT NULL,
    employer_id            bigint   CONSTRAINT posting_employer_id_fkey REFERENCES employer (id),
    remote                 boolean  NOT NULL,
    date_posted            date,
    valid_through          date,
    closed_on              date,
    noc                    text,
    noc_2016               text,
    pay_min                bigint,
    pay_max                bigint,
    pay_period             text,
    hours_assumed          boolean,
    hourly_min             bigint,
    hourly_max             bigint,
    yearly_min             bigint,
    yearly_max             bigint,
    hours_min_tenths       integer,
    hours_max_tenths       integer,
    term                   text,
    term_ends              date,
    work_time              text,
    working_language       text,
    education_asked        text,
    equivalent_experience_accepted boolean NOT NULL,
    experience_min_months  integer,
    experience_max_months  integer,
    credentials            text[]   NOT NULL,
    licence_asked          text,
    refuses_outside_canada boolean  NOT NULL,
    lmia                   text,
    vacancies              integer  NOT NULL,
    duties                 text[]   NOT NULL,
    skills                 text[]   NOT NULL,
    description            text     COMPRESSION lz4 NOT NULL,

    CONSTRAINT posting_source_key UNIQUE (source, source_id),
    CONSTRAINT posting_text_language_known CHECK (text_language IN ('en', 'fr')),
    CONSTRAINT posting_noc_form CHECK (noc ~ '^[0-9]{5}$'),
    CONSTRAINT posting_noc_2016_form CHECK (noc_2016 ~ '^[0-9]{4}$'),
    CONSTRAINT posting_pay_whole CHECK (num_nulls(
        pay_min, pay_period, hours_assumed, hourly_min, hourly_max, yearly_min, yearly_max) IN (0, 7)),
    CONSTRAINT posting_pay_period_known CHECK (pay_period IN ('hour', 'day', 'week', 'two_weeks', 'month', 'year')),
    CONSTRAINT posting_term_known CHECK (term IN ('permanent', 'fixed_term', 'casual', 'seasonal')),
    CONSTRAINT posting_work_time_known CHECK (work_time IN ('full_time', 'part_time')),
    CONSTRAINT posting_working_language_known CHECK (working_language IN
        ('english', 'french', 'english_or_french', 'bilingual')),
    CONSTRAINT posting_education_asked_known CHECK (education_asked IN
        ('less_than_secondary', 'secondary', 'one_year', 'two_year', 'bachelors_or_three_year',
         'two_or_more', 'masters_or_professional', 'doctoral')),
    CONSTRAINT posting_licence_asked_known CHECK (licence_asked IN
        ('trade_certificate', 'health_college', 'engineering', 'teaching', 'heavy_vehicle', 'other_regulated')),
    CONSTRAINT posting_lmia_known CHECK (lmia IN ('requested', 'approved')),
    CONSTRAINT posting_hours_whole CHECK (num_nulls(hours_min_tenths, hours_max_tenths) IN (0, 2)),

    -- A posting that is held back may be wrong in any of these: that is why it is held back.
    CONSTRAINT posting_verified_complete CHECK (NOT verified OR (
        title <> '' AND employer_id IS NOT NULL AND date_posted IS NOT NULL AND noc IS NOT NULL)),
    CONSTRAINT posting_verified_dates_ordered CHECK (NOT verified OR valid_through >= date_posted),
    CONSTRAINT posting_verified_pay_positive CHECK (NOT verified OR (
        pay_min > 0 AND (pay_max IS NULL OR pay_max >= pay_min)
        AND hourly_min > 0 AND hourly_max >= hourly_min AND yearly_min > 0 AND yearly_max >= yearly_min))
);
CREATE INDEX posting_by_revision ON posting (revision, id);
CREATE INDEX posting_by_employer ON posting (employer_id);
COMMENT ON TABLE posting IS 'Job postings after normalising; columns are named after schema.org JobPosting. NULL: not stated.';
COMMENT ON COLUMN posting.revision IS 'The change that wrote this row last (revision_counter).';
COMMENT ON COLUMN posting.verified IS 'No hard check failed: it may be served. Otherwise it is held back, with its reason in quarantine.';
COMMENT ON COLUMN posting.valid_through IS 'Last day on which it is open.';
COMMENT ON COLUMN posting.closed_on IS 'First day on which the source said that it was closed.';
COMMENT ON COLUMN posting.noc IS 'NOC 2021. No foreign key: a held-back posting may name a code that does not exist.';
COMMENT ON COLUMN posting.pay_min IS 'As stated, per pay_period. All pay is in cents of Canadian dollars.';

CREATE TABLE posting_place (
    posting_id  bigint   NOT NULL CONSTRAINT posting_place_posting_id_fkey REFERENCES posting (id),
    ordinal     smallint NOT NULL,
    province    text     NOT NULL CONSTRAINT posting_place_province_known CHECK (province IN
        ('AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT')),
    city        text     NOT NULL,
    postal_code text     NOT NULL,
    place_id    integer,
    latitude    double precision,
    longitude   double precision,
    CONSTRAINT posting_place_pkey PRIMARY KEY (posting_id, ordinal),
    CONSTRAINT posting_place_coordinates_whole CHECK (num_nulls(latitude, longitude) IN (0, 2))
);
COMMENT ON TABLE posting_place IS 'Where the job is done; 1 is the place of work.';

CREATE TABLE posting_record (
    posting_id         bigint      CONSTRAINT posting_record_pkey PRIMARY KEY
                                   CONSTRAINT posting_record_posting_id_fkey REFERENCES posting (id),
    file               text        NOT NULL,
    line               bigint      NOT NULL,
    raw                text        COMPRESSION lz4 NOT NULL,
    sha256             text        NOT NULL CONSTRAINT posting_record_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    normaliser_version integer     NOT NULL,
    fetched_at         timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE posting_record IS 'What the source said, of which the posting was made.';
COMMENT ON COLUMN posting_record.raw IS 'As read, but for NUL, which text cannot hold: it stands as U+FFFD.';
COMMENT ON COLUMN posting_record.sha256 IS 'Of the bytes as read. With the normaliser''s version it tells a record that has not changed.';

CREATE TABLE posting_check (
    posting_id bigint   NOT NULL CONSTRAINT posting_check_posting_id_fkey REFERENCES posting (id),
    ordinal    smallint NOT NULL,
    check_name text     NOT NULL,
    verdict    text     NOT NULL CONSTRAINT posting_check_verdict_known CHECK (verdict IN
        ('pass', 'warn', 'fail', 'unknown', 'info')),
    field      text     NOT NULL,
    evidence   text     NOT NULL,
    CONSTRAINT posting_check_pkey PRIMARY KEY (posting_id, ordinal)
);
COMMENT ON TABLE posting_check IS 'Every check''s verdict on a posting, not only the first that failed.';

CREATE TABLE quarantine (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT quarantine_pkey PRIMARY KEY,
    source     text        NOT NULL,
    file       text        NOT NULL,
    line       bigint      NOT NULL,
    field      text        NOT NULL,
    reason     text        NOT NULL,
    sha256     text        NOT NULL CONSTRAINT quarantine_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    raw        text        COMPRESSION lz4,
    posting_id bigint      CONSTRAINT quarantine_posting_id_unique UNIQUE
                           CONSTRAINT quarantine_posting_id_fkey REFERENCES posting (id),
    first_seen timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT quarantine_raw_stands_once CHECK ((raw IS NULL) = (posting_id IS NOT NULL))
);
-- The record is the key and not its origin: a file that moves, or a feed that repeats a bad record
-- every day, adds no row. When the same record can be stored after all, its row goes.
CREATE UNIQUE INDEX quarantine_record_unique ON quarantine (source, sha256) WHERE posting_id IS NULL;
COMMENT ON TABLE quarantine IS 'Records that are not served, and why: unreadable ones, and postings that a check holds back.';
COMMENT ON COLUMN quarantine.raw IS 'Of an unreadable record; that of a posting is in posting_record.';

CREATE TABLE posting_statistic (
    id                 bigint  GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_statistic_pkey PRIMARY KEY,
    source             text    NOT NULL,
    source_id          text    NOT NULL,
    sha256             text    NOT NULL CONSTRAINT posting_statistic_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    normaliser_version integer NOT NULL,
    title              text    NOT NULL,
    province           text    CONSTRAINT posting_statistic_province_known CHECK (province IN
        ('AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT')),
    city               text,
    place_id           integer,
    noc                text    CONSTRAINT posting_statistic_noc_form CHECK (noc ~ '^[0-9]{5}$'),
    noc_2016           text    CONSTRAINT posting_statistic_noc_2016_form CHECK (noc_2016 ~ '^[0-9]{4}$'),
    date_posted        date,
    pay_min            bigint,
    pay_max            bigint,
    pay_period         text,
    hours_assumed      boolean,
    hourly_min         bigint  CONSTRAINT posting_statistic_pay_positive CHECK (hourly_min > 0),
    hourly_max         bigint,
    yearly_min         bigint,
    yearly_max         bigint,
    term               text,
    work_time          text,
    vacancies          integer NOT NULL,
    CONSTRAINT posting_statistic_source_key UNIQUE (source, source_id)
);
COMMENT ON TABLE posting_statistic IS 'Records without employer or link: figures for pay and demand, never served.';

GRANT SELECT ON revision_counter, employer, posting, posting_place, posting_check, posting_statistic TO jobscout_api;
-- Not the raw records: they may name people, and no answer of the API needs them.
GRANT SELECT (posting_id, file, line, sha256, normaliser_version, fetched_at) ON posting_record TO jobscout_api;
GRANT SELECT (id, source, file, line, field, reason, sha256, posting_id, first_seen) ON quarantine TO jobscout_api;
