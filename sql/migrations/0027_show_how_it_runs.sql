-- What an operator's pages show: sources with their schedule and what they hold, runs, and what was kept aside.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE listed_source (
    name          text        CONSTRAINT listed_source_pkey PRIMARY KEY,
    fetched       boolean     NOT NULL,
    address       text        NOT NULL,
    complete      boolean     NOT NULL,
    every_minutes integer     CONSTRAINT listed_source_every_minutes_positive CHECK (every_minutes > 0),
    daily_at      text        CONSTRAINT listed_source_daily_at_form CHECK (daily_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
    due_at        timestamptz NOT NULL,
    CONSTRAINT listed_source_scheduled CHECK (num_nonnulls(every_minutes, daily_at) = 1)
);
COMMENT ON TABLE listed_source IS 'The operator''s list of sources, as the watch that was started last has read it.';
COMMENT ON COLUMN listed_source.fetched IS 'From an address of the network; else files of the machine.';
COMMENT ON COLUMN listed_source.address IS 'Without what stands after ?, which may be a key.';
COMMENT ON COLUMN listed_source.complete IS 'It holds all that the source offers: what it lacks is gone.';
COMMENT ON COLUMN listed_source.daily_at IS 'UTC.';
COMMENT ON COLUMN listed_source.due_at IS 'When it is to run next, as the watch last knew; in the past while it runs, or no watch does.';

ALTER TABLE source_run ADD COLUMN posting_source text NOT NULL DEFAULT '';
COMMENT ON COLUMN source_run.posting_source IS
    'What its postings have as their source, which a mapping may say; empty: nothing of it was ingested since this is kept.';

CREATE INDEX ingest_run_by_source ON ingest_run (source, id);
CREATE INDEX ingest_run_by_file ON ingest_run (file, id);
CREATE INDEX quarantine_by_source ON quarantine (source, id) INCLUDE (posting_id);
CREATE INDEX posting_served_by_source ON posting (source, date_posted, valid_through, closed_on)
    WHERE verified AND canonical_id IS NULL AND evidence_lapsed_on IS NULL;

-- Counts of what everybody may read anyway. As a view of the owner's they come from the index alone:
-- the row-level security of `posting` would look at every row.
CREATE VIEW served_posting_count AS
SELECT source, date_posted, valid_through, closed_on, count(*) AS postings
FROM posting
WHERE verified AND canonical_id IS NULL AND evidence_lapsed_on IS NULL
GROUP BY source, date_posted, valid_through, closed_on;
COMMENT ON VIEW served_posting_count IS 'How many postings of a source are served, by the days that say whether they are open.';

-- Records may name people: of those that were kept aside, operators see what the source said, and of others nobody.
CREATE VIEW kept_record WITH (security_barrier) AS
SELECT quarantine.id AS quarantine_id, coalesce(quarantine.raw, record.raw) AS raw
FROM quarantine
LEFT JOIN posting_record AS record ON record.posting_id = quarantine.posting_id
WHERE (SELECT acts_as('operator'));
COMMENT ON VIEW kept_record IS 'The records of quarantine as they were read; none to whoever does not act as an operator.';

GRANT SELECT ON listed_source, served_posting_count, kept_record TO jobscout_api;
GRANT SELECT (source, started_at, finished_at, succeeded_at, failures, error, not_before, records, quarantined, posting_source)
    ON source_run TO jobscout_api;
GRANT SELECT (source, page, etag, last_modified, bytes, fetched_at) ON fetched_page TO jobscout_api;
