-- Lists that no publisher offers as one file: an operator gathers them and names each figure's page.
-- They stay empty until then, and what needs them reads unknown.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE minimum_wage (
    import_id    bigint  NOT NULL CONSTRAINT minimum_wage_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line         integer NOT NULL,
    province     text    NOT NULL,
    category     text    NOT NULL,
    starts_on    date    NOT NULL,
    ends_on      date,
    hourly_cents bigint  NOT NULL CONSTRAINT minimum_wage_hourly_cents_positive CHECK (hourly_cents > 0),
    url          text    NOT NULL,
    CONSTRAINT minimum_wage_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE minimum_wage IS 'Minimum wages of the provinces and territories, in cents CAD an hour.';
COMMENT ON COLUMN minimum_wage.category IS 'general; others (students, liquor servers) are kept and decide nothing.';
COMMENT ON COLUMN minimum_wage.ends_on IS 'The last day; none while it is in force.';

CREATE TABLE licensed_occupation (
    import_id  bigint  NOT NULL CONSTRAINT licensed_occupation_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line       integer NOT NULL,
    noc        text    NOT NULL CONSTRAINT licensed_occupation_noc_form CHECK (noc ~ '^[0-9][0-5][0-9]{3}$'),
    province   text    NOT NULL,
    regulator  text    NOT NULL,
    url        text    NOT NULL,
    compulsory boolean NOT NULL,
    CONSTRAINT licensed_occupation_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE licensed_occupation IS 'Who licenses an occupation in a province, and whether one may work in it without.';

CREATE TABLE provincial_stream (
    import_id  bigint NOT NULL CONSTRAINT provincial_stream_import_id_fkey REFERENCES reference_import (id) ON DELETE CASCADE,
    line       integer NOT NULL,
    province   text   NOT NULL,
    stream     text   NOT NULL,
    conditions text   NOT NULL,
    url        text   NOT NULL,
    CONSTRAINT provincial_stream_pkey PRIMARY KEY (import_id, line)
);
COMMENT ON TABLE provincial_stream IS 'Streams of the provincial nominee programs.';
COMMENT ON COLUMN provincial_stream.conditions IS 'Which occupations (NOC, TEER) a stream takes, in its own words.';

GRANT SELECT ON minimum_wage, licensed_occupation, provincial_stream TO jobscout_api;
