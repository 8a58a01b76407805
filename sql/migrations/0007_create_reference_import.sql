-- Lists that others publish. Every import is kept with the publisher's date, so that a newer one
-- supersedes the older and can be reverted: deleting it takes its rows along. Each list's table has
-- what was published and, beside it, what was understood; `line` is the line of the file, the row of
-- a sheet or page, or the place in a JSON array.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE reference_import (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT reference_import_pkey PRIMARY KEY,
    kind         text        NOT NULL,
    list         text        NOT NULL,
    publisher    text        NOT NULL,
    published_on date        NOT NULL,
    file_name    text        NOT NULL,
    sha256       text        NOT NULL CONSTRAINT reference_import_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    rows         integer     NOT NULL,
    refused      integer     NOT NULL,
    left_out     integer     NOT NULL,
    passed_over  jsonb       NOT NULL,
    imported_at  timestamptz NOT NULL DEFAULT now(),
    shipped      boolean     NOT NULL,
    active       boolean     NOT NULL
);
COMMENT ON TABLE reference_import IS 'Each list taken in. Of a list''s imports the newest by publisher''s date is active.';
COMMENT ON COLUMN reference_import.list IS 'Which of the kind: imports of one list supersede each other (positive 2024Q3).';
COMMENT ON COLUMN reference_import.left_out IS 'Values of rows taken in that could not be understood, and are null.';
COMMENT ON COLUMN reference_import.passed_over IS 'Rows that are no entries, by what they are: {"heading": 1, "footnote": 8}.';
COMMENT ON COLUMN reference_import.shipped IS 'Came with the program; its rows stand in the table that sql/reference fills.';
CREATE UNIQUE INDEX reference_import_bytes_unique ON reference_import (kind, sha256) WHERE NOT shipped;
CREATE UNIQUE INDEX reference_import_shipped_unique ON reference_import (kind, list) WHERE shipped;
CREATE UNIQUE INDEX reference_import_active_unique ON reference_import (kind, list) WHERE active;

CREATE TABLE reference_refused (
    import_id bigint  NOT NULL CONSTRAINT reference_refused_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line      integer NOT NULL,
    field     text    NOT NULL,
    extent    text    NOT NULL CONSTRAINT reference_refused_extent_known CHECK (extent IN ('row', 'value')),
    reason    text    NOT NULL,
    raw       text    NOT NULL,
    CONSTRAINT reference_refused_pkey PRIMARY KEY (import_id, line, field)
);
COMMENT ON TABLE reference_refused IS 'What could not be understood, with the row as it stood.';
COMMENT ON COLUMN reference_refused.extent IS 'value: the row was taken in without it, for the row matters without it too.';

CREATE TABLE noc_class (
    import_id  bigint   NOT NULL CONSTRAINT noc_class_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line       integer  NOT NULL,
    edition    text     NOT NULL,
    level      smallint NOT NULL,
    code       text     NOT NULL,
    title_en   text,
    title_fr   text,
    definition text,
    CONSTRAINT noc_class_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE noc_class IS 'Levels of the National Occupational Classification, from broad category to unit group.';

CREATE TABLE noc_title (
    import_id bigint  NOT NULL CONSTRAINT noc_title_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line      integer NOT NULL,
    language  text    NOT NULL CONSTRAINT noc_title_language_known CHECK (language IN ('en', 'fr')),
    noc       text    NOT NULL CONSTRAINT noc_title_noc_form CHECK (noc ~ '^[0-9][0-5][0-9]{3}$'),
    title     text    NOT NULL,
    CONSTRAINT noc_title_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE noc_title IS 'Index of titles: the names that an occupation goes by.';

CREATE TABLE noc_element (
    import_id    bigint   NOT NULL CONSTRAINT noc_element_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line         integer  NOT NULL,
    language     text     NOT NULL CONSTRAINT noc_element_language_known CHECK (language IN ('en', 'fr')),
    level        smallint NOT NULL,
    code         text     NOT NULL,
    title        text     NOT NULL,
    element_type text     NOT NULL,
    description  text     NOT NULL,
    CONSTRAINT noc_element_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE noc_element IS 'Examples, duties, requirements and exclusions of NOC classes, as Statistics Canada publishes them.';

CREATE TABLE noc_concordance_entry (
    import_id  bigint  NOT NULL CONSTRAINT noc_concordance_entry_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line       integer NOT NULL,
    noc_2016   text    NOT NULL CONSTRAINT noc_concordance_entry_noc_2016_form CHECK (noc_2016 ~ '^[0-9]{4}$'),
    noc_2021   text    NOT NULL CONSTRAINT noc_concordance_entry_noc_2021_form CHECK (noc_2021 ~ '^[0-9][0-5][0-9]{3}$'),
    title_2016 text,
    title_2021 text,
    change     text,
    notes      text,
    CONSTRAINT noc_concordance_entry_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE noc_concordance_entry IS 'What became of each NOC 2016 unit group, with the kind of change.';

CREATE TABLE noc_outlook (
    import_id          bigint  NOT NULL CONSTRAINT noc_outlook_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line               integer NOT NULL,
    code_as_published  text    NOT NULL,
    noc                text    CONSTRAINT noc_outlook_noc_form CHECK (noc ~ '^[0-9][0-5][0-9]{3}$'),
    title_en           text    NOT NULL,
    title_fr           text,
    recent_conditions  text,
    future_conditions  text,
    figures            jsonb   NOT NULL,
    CONSTRAINT noc_outlook_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE noc_outlook IS 'Canadian Occupational Projection System. No noc: the row is a total.';

CREATE TABLE onet_crosswalk (
    import_id  bigint  NOT NULL CONSTRAINT onet_crosswalk_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line       integer NOT NULL,
    noc        text    NOT NULL CONSTRAINT onet_crosswalk_noc_form CHECK (noc ~ '^[0-9][0-5][0-9]{3}$'),
    onet       text    NOT NULL,
    noc_title  text,
    onet_title text,
    weights    jsonb   NOT NULL,
    CONSTRAINT onet_crosswalk_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE onet_crosswalk IS 'Which occupations of O*NET a NOC 2021 unit group answers to.';

CREATE TABLE oasis_rating (
    import_id         bigint  NOT NULL CONSTRAINT oasis_rating_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line              integer NOT NULL,
    profile           text    NOT NULL CONSTRAINT oasis_rating_profile_form CHECK (profile ~ '^[0-9]{5}\.[0-9]{2}$'),
    noc               text    NOT NULL,
    code_as_published text    NOT NULL,
    label             text    NOT NULL,
    ratings           jsonb   NOT NULL,
    CONSTRAINT oasis_rating_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE oasis_rating IS 'Occupational and Skills Information System: what an occupation asks, by descriptor, 0 to 5.';

CREATE TABLE oasis_text (
    import_id         bigint  NOT NULL CONSTRAINT oasis_text_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line              integer NOT NULL,
    profile           text    NOT NULL CONSTRAINT oasis_text_profile_form CHECK (profile ~ '^[0-9]{5}\.[0-9]{2}$'),
    noc               text    NOT NULL,
    code_as_published text    NOT NULL,
    text              text,
    text_type         text,
    refers_to         text,
    note              text,
    CONSTRAINT oasis_text_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE oasis_text IS 'Duties, requirements, titles and the like of OaSIS profiles; the import''s list says which.';
COMMENT ON COLUMN oasis_text.refers_to IS 'Of an exclusion: the profile, or the unit group, that it points to.';

CREATE TABLE oasis_descriptor (
    import_id   bigint  NOT NULL CONSTRAINT oasis_descriptor_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line        integer NOT NULL,
    code        text    NOT NULL,
    name        text    NOT NULL,
    structure   text    NOT NULL,
    category    text    NOT NULL,
    description text,
    CONSTRAINT oasis_descriptor_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE oasis_descriptor IS 'What each descriptor of OaSIS means.';

CREATE TABLE lmia_employer (
    import_id              bigint  NOT NULL CONSTRAINT lmia_employer_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line                   integer NOT NULL,
    decision               text    NOT NULL CONSTRAINT lmia_employer_decision_known CHECK (decision IN ('positive', 'negative')),
    period                 text    NOT NULL CONSTRAINT lmia_employer_period_form CHECK (period ~ '^20[0-9]{2}(Q[1-4])?$'),
    province_as_published  text    NOT NULL,
    province               text,
    stream                 text,
    employer               text    NOT NULL,
    folded_employer        text    NOT NULL GENERATED ALWAYS AS (fold_name(employer)) STORED,
    address                text,
    postal_code            text,
    occupation             text,
    noc_edition            text,
    noc                    text,
    incorporation          text,
    lmias                  integer,
    positions              integer NOT NULL,
    CONSTRAINT lmia_employer_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE lmia_employer IS
    'Employers by labour market impact assessment. Names with personal names in them are left out by the publisher, so absence proves nothing.';
COMMENT ON COLUMN lmia_employer.province IS 'Where the work is; none for head offices outside of Canada.';
COMMENT ON COLUMN lmia_employer.noc_edition IS '2021 for five digits; 2011 where the list says so; none for four digits that it does not date.';
COMMENT ON COLUMN lmia_employer.lmias IS 'Approved or requested assessments; lists before 2020 count positions only.';
CREATE INDEX lmia_employer_folded_employer ON lmia_employer (folded_employer);

CREATE TABLE non_compliant_employer (
    import_id               bigint     NOT NULL CONSTRAINT non_compliant_employer_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line                    integer    NOT NULL,
    operating_name          text       NOT NULL,
    folded_operating_name   text       NOT NULL GENERATED ALWAYS AS (fold_name(operating_name)) STORED,
    legal_name              text,
    folded_legal_name       text       GENERATED ALWAYS AS (fold_name(legal_name)) STORED,
    address                 text       NOT NULL,
    reasons_as_published    text       NOT NULL,
    reasons                 smallint[],
    decided_on_as_published text       NOT NULL,
    decided_on              date,
    penalty_as_published    text       NOT NULL,
    penalty_cents           bigint,
    status_as_published     text       NOT NULL,
    status                  text       NOT NULL CONSTRAINT non_compliant_employer_status_known CHECK (status IN ('eligible', 'unpaid', 'banned')),
    banned_until            date,
    CONSTRAINT non_compliant_employer_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE non_compliant_employer IS 'Employers found non-compliant by IRCC, as the page stood on the import''s date.';
COMMENT ON COLUMN non_compliant_employer.status IS
    'eligible: may hire again. unpaid: may not until the penalty is paid. banned: may not, for good where banned_until is null.';
CREATE INDEX non_compliant_employer_folded_names ON non_compliant_employer (folded_operating_name, folded_legal_name);

CREATE TABLE designated_employer (
    import_id       bigint  NOT NULL CONSTRAINT designated_employer_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line            integer NOT NULL,
    province        text    NOT NULL,
    employer        text    NOT NULL,
    folded_employer text    NOT NULL GENERATED ALWAYS AS (fold_name(employer)) STORED,
    location        text,
    tech            boolean,
    CONSTRAINT designated_employer_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE designated_employer IS 'Employers designated for the Atlantic Immigration Program.';
COMMENT ON COLUMN designated_employer.tech IS 'The collector''s own mark, not the province''s.';
CREATE INDEX designated_employer_folded_employer ON designated_employer (folded_employer);

CREATE TABLE occupation_wage (
    import_id        bigint  NOT NULL CONSTRAINT occupation_wage_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line             integer NOT NULL,
    noc_edition      text    NOT NULL CONSTRAINT occupation_wage_noc_edition_known CHECK (noc_edition IN ('2006', '2011/2016', '2021')),
    noc              text    NOT NULL CONSTRAINT occupation_wage_noc_form CHECK (noc ~ '^[0-9]{4,5}$'),
    title_en         text,
    title_fr         text,
    province         text,
    region_code      text,
    region_en        text    NOT NULL,
    region_fr        text,
    low_cents        bigint,
    median_cents     bigint,
    high_cents       bigint,
    average_cents    bigint,
    quartile1_cents  bigint,
    quartile3_cents  bigint,
    period           text    CONSTRAINT occupation_wage_period_known CHECK (period IN ('hour', 'year')),
    reference_period text,
    revised_on       date,
    details          jsonb   NOT NULL,
    CONSTRAINT occupation_wage_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE occupation_wage IS 'Wages by occupation and economic region, in cents CAD by the period; suppressed figures are null.';
COMMENT ON COLUMN occupation_wage.period IS 'None where the file does not say.';
CREATE INDEX occupation_wage_noc ON occupation_wage (noc, region_en);

CREATE TABLE gazetteer_place (
    import_id       bigint           NOT NULL CONSTRAINT gazetteer_place_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line            integer          NOT NULL,
    geoname_id      integer          NOT NULL,
    name            text             NOT NULL,
    ascii_name      text             NOT NULL,
    alternate_names text,
    other_names     text[]           NOT NULL,
    province        text             NOT NULL,
    latitude        double precision NOT NULL CONSTRAINT gazetteer_place_latitude_range CHECK (latitude BETWEEN -90 AND 90),
    longitude       double precision NOT NULL CONSTRAINT gazetteer_place_longitude_range CHECK (longitude BETWEEN -180 AND 180),
    feature_code    text,
    population      integer          NOT NULL,
    details         jsonb            NOT NULL,
    CONSTRAINT gazetteer_place_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE gazetteer_place IS 'Populated places of Canada (GeoNames, CC BY 4.0); details holds its other columns.';

CREATE TABLE geonames_province (
    import_id   bigint  NOT NULL CONSTRAINT geonames_province_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line        integer NOT NULL,
    admin1_code text    NOT NULL,
    province    text    NOT NULL,
    CONSTRAINT geonames_province_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE geonames_province IS 'GeoNames'' codes of the provinces and territories.';

CREATE TABLE city_region (
    import_id       bigint           NOT NULL CONSTRAINT city_region_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line            integer          NOT NULL,
    city            text             NOT NULL,
    folded_city     text             NOT NULL GENERATED ALWAYS AS (fold_name(city)) STORED,
    province        text             NOT NULL,
    economic_region text             NOT NULL,
    postings        integer,
    share           double precision CONSTRAINT city_region_share_range CHECK (share BETWEEN 0 AND 1),
    CONSTRAINT city_region_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE city_region IS 'The economic region that a city lies in; a few names lie in several.';
COMMENT ON COLUMN city_region.share IS 'Of the postings that name the city, those of this region.';
CREATE INDEX city_region_city ON city_region (folded_city, province);

CREATE TABLE postal_code_place (
    import_id   bigint           NOT NULL CONSTRAINT postal_code_place_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line        integer          NOT NULL,
    postal_code text             NOT NULL CONSTRAINT postal_code_place_form CHECK (postal_code ~ '^[A-Z][0-9][A-Z] [0-9][A-Z][0-9]$'),
    province    text,
    latitude    double precision NOT NULL CONSTRAINT postal_code_place_latitude_range CHECK (latitude BETWEEN -90 AND 90),
    longitude   double precision NOT NULL CONSTRAINT postal_code_place_longitude_range CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT postal_code_place_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE postal_code_place IS 'Where a postal code lies, by a geocoder.';
CREATE INDEX postal_code_place_postal_code ON postal_code_place (postal_code);

CREATE TABLE pilot_community (
    import_id bigint  NOT NULL CONSTRAINT pilot_community_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line      integer NOT NULL,
    pilot     text    NOT NULL CONSTRAINT pilot_community_pilot_known CHECK (pilot IN ('RCIP', 'FCIP')),
    community text    NOT NULL,
    province  text    NOT NULL,
    CONSTRAINT pilot_community_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE pilot_community IS 'Communities of the Rural and the Francophone Community Immigration Pilots.';

CREATE TABLE imported_round (
    import_id         bigint      NOT NULL CONSTRAINT imported_round_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line              integer     NOT NULL,
    number            text        NOT NULL,
    held_on           date        NOT NULL,
    kind              text        NOT NULL CONSTRAINT imported_round_kind_known CHECK (kind IN ('general', 'program', 'category')),
    program           text,
    category          text,
    name_as_published text        NOT NULL,
    invitations       integer     NOT NULL,
    cutoff_crs        integer     CONSTRAINT imported_round_cutoff_crs_range CHECK (cutoff_crs BETWEEN 0 AND 1200),
    tie_break         timestamptz,
    pool_total        integer,
    CONSTRAINT imported_round_pkey PRIMARY KEY (import_id, line),
    CONSTRAINT imported_round_number_unique UNIQUE (import_id, number),
    CONSTRAINT imported_round_kind_says_which CHECK ((kind = 'category') = (category IS NOT NULL)
                                                 AND (kind = 'program') = (program IS NOT NULL))
);
COMMENT ON TABLE imported_round IS 'Rounds as a feed of the government gave them; of a round in several, the newest feed counts.';

-- Rounds imported so far were mixed with those that ship. They become an import of their own, dated
-- by the newest of them, and what they had overwritten is loaded again, as all that ships is.
WITH imported AS (
    INSERT INTO reference_import (kind, list, publisher, published_on, file_name, sha256, rows, refused, left_out, passed_over, shipped, active)
    SELECT
        'rounds', 'express entry', 'Immigration, Refugees and Citizenship Canada', max(held_on), 'import-rounds',
        encode(sha256(convert_to(string_agg(round::text, E'\n' ORDER BY number), 'UTF8')), 'hex'), count(*), 0, 0, '{}', false, true
    FROM round
    WHERE imported
    HAVING count(*) > 0
    RETURNING id
)
INSERT INTO imported_round
    (import_id, line, number, held_on, kind, program, category, name_as_published, invitations, cutoff_crs, tie_break, pool_total)
SELECT
    imported.id, row_number() OVER (ORDER BY held_on, number), number, held_on, kind, program, category,
    name_as_published, invitations, cutoff_crs, tie_break, pool_total
FROM round
CROSS JOIN imported
WHERE round.imported;
DELETE FROM round WHERE imported;
ALTER TABLE round DROP COLUMN imported;
DELETE FROM reference_version;

GRANT SELECT ON
    reference_import, noc_class, noc_title, noc_element, noc_concordance_entry, noc_outlook, onet_crosswalk,
    oasis_rating, oasis_text, oasis_descriptor, lmia_employer, non_compliant_employer, designated_employer,
    occupation_wage, gazetteer_place, geonames_province, city_region, postal_code_place, pilot_community, imported_round
    TO jobscout_api;
