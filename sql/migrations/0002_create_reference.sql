-- Tables of facts, filled from sql/reference whenever a file there changes. They are replaced as a
-- whole, so nothing refers to them by foreign key.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE reference_version (
    name      text        CONSTRAINT reference_version_pkey PRIMARY KEY,
    sha256    text        NOT NULL CONSTRAINT reference_version_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE reference_version IS 'Which contents each reference table has.';

CREATE TABLE noc_unit_group (
    noc               text     CONSTRAINT noc_unit_group_pkey PRIMARY KEY
                               CONSTRAINT noc_unit_group_noc_form CHECK (noc ~ '^[0-9]{5}$'),
    teer              smallint NOT NULL,
    title_en          text     NOT NULL,
    title_fr          text     NOT NULL,
    broad_category_en text     NOT NULL,
    major_group_en    text     NOT NULL,
    sub_major_group_en text    NOT NULL,
    minor_group_en    text     NOT NULL,
    CONSTRAINT noc_unit_group_teer_is_second_digit CHECK (teer = substr(noc, 2, 1)::smallint AND teer <= 5)
);
COMMENT ON TABLE noc_unit_group IS
    'National Occupational Classification 2021. The first one to four digits of a code are the levels above it.';

CREATE TABLE noc_concordance (
    noc_2016 text CONSTRAINT noc_concordance_noc_2016_form CHECK (noc_2016 ~ '^[0-9]{4}$'),
    noc_2021 text CONSTRAINT noc_concordance_noc_2021_form CHECK (noc_2021 ~ '^[0-9]{5}$'),
    CONSTRAINT noc_concordance_pkey PRIMARY KEY (noc_2016, noc_2021)
);
COMMENT ON TABLE noc_concordance IS 'What became of each NOC 2016 unit group; one that was split has several rows.';

CREATE TABLE place (
    id          integer          CONSTRAINT place_pkey PRIMARY KEY,
    name        text             NOT NULL,
    province    text             NOT NULL CONSTRAINT place_province_known CHECK (province IN
        ('AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT')),
    latitude    double precision NOT NULL CONSTRAINT place_latitude_range CHECK (latitude BETWEEN -90 AND 90),
    longitude   double precision NOT NULL CONSTRAINT place_longitude_range CHECK (longitude BETWEEN -180 AND 180),
    population  integer          NOT NULL,
    other_names text[]           NOT NULL
);
COMMENT ON TABLE place IS 'Populated places of Canada, by GeoNames id (GeoNames, CC BY 4.0).';

CREATE TABLE round (
    id                bigint      CONSTRAINT round_pkey PRIMARY KEY,
    number            text        NOT NULL CONSTRAINT round_number_unique UNIQUE,
    held_on           date        NOT NULL,
    kind              text        NOT NULL CONSTRAINT round_kind_known CHECK (kind IN ('general', 'program', 'category')),
    category          text,
    program           text,
    name_as_published text        NOT NULL,
    invitations       integer     NOT NULL,
    cutoff_crs        integer     CONSTRAINT round_cutoff_crs_range CHECK (cutoff_crs BETWEEN 0 AND 1200),
    tie_break         timestamptz,
    pool_total        integer,
    CONSTRAINT round_kind_says_which CHECK ((kind = 'category') = (category IS NOT NULL)
                                        AND (kind = 'program') = (program IS NOT NULL))
);
COMMENT ON TABLE round IS 'Express Entry rounds of invitations. The number is text: 91a and 91b.';
COMMENT ON COLUMN round.tie_break IS 'At the cut-off, only profiles submitted before this instant are invited.';

GRANT SELECT ON reference_version, noc_unit_group, noc_concordance, place, round TO jobscout_api;
