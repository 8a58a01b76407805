-- What a monitor asks of a running service: counts and instants, nothing of anybody.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE program_seen (
    program text        CONSTRAINT program_seen_pkey PRIMARY KEY
                        CONSTRAINT program_seen_program_known CHECK (program IN ('watch', 'worker')),
    seen_at timestamptz NOT NULL
);
COMMENT ON TABLE program_seen IS 'When a program that works in the background last said that it runs; the latest of several.';
GRANT SELECT, INSERT, UPDATE ON program_seen TO jobscout_worker;
GRANT SELECT ON program_seen TO jobscout_api;

-- As the owner's: it counts rows of tables that the API may not read.
CREATE FUNCTION operation_figures() RETURNS TABLE (figure text, label text, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT 'program_seen', program, extract(epoch FROM seen_at)::double precision FROM program_seen
    UNION ALL
    SELECT 'source_failures', source, failures FROM source_run
    UNION ALL
    SELECT 'source_run', source, extract(epoch FROM finished_at) FROM source_run
    UNION ALL
    SELECT 'source_success', source, extract(epoch FROM succeeded_at) FROM source_run WHERE succeeded_at IS NOT NULL
    UNION ALL
    SELECT 'source_due', name, extract(epoch FROM due_at) FROM listed_source
    UNION ALL
    SELECT 'ingest_runs', coalesce(outcome, 'unfinished'), count(*) FROM ingest_run GROUP BY outcome
    UNION ALL
    SELECT 'kept_aside', source, count(*) FROM quarantine GROUP BY source
    UNION ALL
    SELECT 'reported_postings', '', count(DISTINCT posting_id) FROM posting_report AS report
    WHERE made_at > coalesce((SELECT max(made_at) FROM posting_review AS review
                              WHERE review.posting_id = report.posting_id AND decision <> 'note'), '-infinity')
    UNION ALL
    SELECT 'jobs_' || state, kind, count(*) FROM job WHERE state IN ('waiting', 'running', 'failed') GROUP BY state, kind
    UNION ALL
    SELECT 'job_due', kind, extract(epoch FROM min(run_after)) FROM job WHERE state = 'waiting' GROUP BY kind
    UNION ALL
    SELECT 'list_published', kind, extract(epoch FROM max(published_on)) FROM reference_import WHERE active GROUP BY kind
    UNION ALL
    SELECT 'database_bytes', '', pg_catalog.pg_database_size(current_database())
$$;
COMMENT ON FUNCTION operation_figures IS
    'How it runs, in counts and in seconds since 1970; a label is a source, a program, a kind of job or of list, or an outcome.';
REVOKE ALL ON FUNCTION operation_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operation_figures TO jobscout_api;

RESET ROLE;

-- Mail that waits is shown to the worker alone, and to no owner; so this one is the worker's.
CREATE FUNCTION mail_figures() RETURNS TABLE (figure text, label text, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT 'mail_waiting', '', count(*)::double precision FROM mail_outbox
    UNION ALL
    SELECT 'mail_queued', '', extract(epoch FROM min(queued_at)) FROM mail_outbox HAVING count(*) > 0
$$;
COMMENT ON FUNCTION mail_figures IS 'As operation_figures(): how many mails wait, and since when the first of them does.';
REVOKE ALL ON FUNCTION mail_figures FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail_figures TO jobscout_api;
ALTER FUNCTION mail_figures OWNER TO jobscout_worker;
