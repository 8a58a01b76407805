-- What is known of the sources that are fetched: enough to ask only for what has changed, and to
-- go on after a restart where the schedule stood.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE fetched_page (
    source        text        NOT NULL,
    page          integer     NOT NULL CONSTRAINT fetched_page_counted CHECK (page > 0),
    url           text        NOT NULL,
    etag          text        NOT NULL,
    last_modified text        NOT NULL,
    next_page     text        NOT NULL,
    sha256        text        NOT NULL CONSTRAINT fetched_page_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes         bigint      NOT NULL CONSTRAINT fetched_page_bytes_counted CHECK (bytes >= 0),
    fetched_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT fetched_page_pkey PRIMARY KEY (source, page)
);
COMMENT ON TABLE fetched_page IS 'The pages of each fetched source whose files stand in the fetch folder, and what to ask with next time.';
COMMENT ON COLUMN fetched_page.url IS 'Where it came from. What is known holds for this URL only.';
COMMENT ON COLUMN fetched_page.etag IS 'As the server gave it; empty: it gave none. So with last_modified and next_page.';
COMMENT ON COLUMN fetched_page.sha256 IS 'Of the file.';

CREATE TABLE source_run (
    source       text        CONSTRAINT source_run_pkey PRIMARY KEY,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz NOT NULL,
    succeeded_at timestamptz,
    failures     integer     NOT NULL CONSTRAINT source_run_failures_counted CHECK (failures >= 0),
    error        text        NOT NULL,
    not_before   timestamptz,
    ingested     text        NOT NULL,
    records      bigint      NOT NULL,
    quarantined  bigint      NOT NULL,
    CONSTRAINT source_run_ordered CHECK (started_at <= finished_at)
);
COMMENT ON TABLE source_run IS 'The last run of each source in the operator''s list.';
COMMENT ON COLUMN source_run.succeeded_at IS 'When the last run that succeeded had finished; NULL: none has.';
COMMENT ON COLUMN source_run.failures IS 'In a row, up to this run.';
COMMENT ON COLUMN source_run.error IS 'Why it failed; empty: it did not.';
COMMENT ON COLUMN source_run.not_before IS 'The server asked not to be asked before.';
COMMENT ON COLUMN source_run.ingested IS 'Names what was ingested last (files, program, day); the same again need not be.';
COMMENT ON COLUMN source_run.records IS 'That the last ingest read.';
