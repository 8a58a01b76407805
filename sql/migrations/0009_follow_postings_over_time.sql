-- What becomes of a posting over time, what each ingest has done, and the verdicts on a posting in
-- one row: they are written and read together, and a dozen rows a posting cost more than all else.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting_record ADD COLUMN checks json COMPRESSION lz4 NOT NULL DEFAULT '[]'
    CONSTRAINT posting_record_checks_listed CHECK (json_typeof(checks) = 'array');
UPDATE posting_record
SET checks = listed.checks
FROM (
    SELECT posting_id, json_agg(json_build_array(check_name, verdict, field, evidence) ORDER BY ordinal) AS checks
    FROM posting_check
    GROUP BY posting_id
) AS listed
WHERE posting_record.posting_id = listed.posting_id;
DROP TABLE posting_check;
COMMENT ON COLUMN posting_record.checks IS
    'Every check''s verdict, not only the first that failed: [name, verdict, field, evidence] each.';
GRANT SELECT (checks) ON posting_record TO jobscout_api;

CREATE TABLE posting_lifecycle (
    posting_id bigint CONSTRAINT posting_lifecycle_pkey PRIMARY KEY
                      CONSTRAINT posting_lifecycle_posting_id_fkey REFERENCES posting (id),
    first_seen date   NOT NULL,
    last_seen  date   NOT NULL,
    gone_on    date,
    CONSTRAINT posting_lifecycle_days_ordered CHECK (first_seen <= last_seen)
);
COMMENT ON TABLE posting_lifecycle IS 'When a source was seen to offer a posting. Days are those of the ingests, not of the clock.';
COMMENT ON COLUMN posting_lifecycle.gone_on IS
    'The ingest that closed it, because a complete feed had it no longer or its page said so; NULL once it is back.';
INSERT INTO posting_lifecycle (posting_id, first_seen, last_seen)
SELECT posting_id, (fetched_at AT TIME ZONE 'UTC')::date, (fetched_at AT TIME ZONE 'UTC')::date FROM posting_record;

CREATE TABLE posting_history (
    posting_id bigint NOT NULL CONSTRAINT posting_history_posting_id_fkey REFERENCES posting (id),
    revision   bigint NOT NULL,
    state      text   NOT NULL CONSTRAINT posting_history_state_known CHECK (state IN
        ('new', 'changed', 'held_back', 'released', 'closed', 'gone', 'back_again')),
    day        date   NOT NULL,
    reason     text   NOT NULL,
    changes    json   COMPRESSION lz4,
    CONSTRAINT posting_history_pkey PRIMARY KEY (posting_id, revision)
);
COMMENT ON TABLE posting_history IS
    'Each change of a posting, appended and never rewritten. Unchanged is no change, and expired is a question of the day asked.';
COMMENT ON COLUMN posting_history.day IS 'Of the ingest.';
COMMENT ON COLUMN posting_history.changes IS 'Column -> [before, after]; long texts are named without their words.';
INSERT INTO posting_history (posting_id, revision, state, day, reason)
SELECT posting.id, posting.revision, 'new', posting_lifecycle.first_seen, ''
FROM posting
JOIN posting_lifecycle ON posting_lifecycle.posting_id = posting.id;

CREATE TABLE ingest_run (
    id          bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT ingest_run_pkey PRIMARY KEY,
    source      text        NOT NULL,
    file        text        NOT NULL,
    day         date        NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    outcome     text        CONSTRAINT ingest_run_outcome_known CHECK (outcome IN ('done', 'refused', 'failed')),
    message     text        NOT NULL DEFAULT '',
    counts      json,
    CONSTRAINT ingest_run_finished_whole CHECK (num_nulls(finished_at, outcome) IN (0, 2))
);
COMMENT ON TABLE ingest_run IS
    'Each file that an ingest took up; finished once, never rewritten or removed. Without an outcome it goes on or was killed.';

GRANT SELECT ON posting_lifecycle, posting_history, ingest_run TO jobscout_api;
