-- Work that was done is not kept for ever.
SET LOCAL ROLE jobscout_owner;

CREATE INDEX job_by_end ON job (finished_at) WHERE finished_at IS NOT NULL;

CREATE FUNCTION forget_jobs(before date, most bigint) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH forgotten AS (
        DELETE FROM job WHERE id IN (SELECT id FROM job WHERE finished_at < before LIMIT most) RETURNING id
    )
    SELECT count(*) FROM forgotten
$$;
COMMENT ON FUNCTION forget_jobs IS 'At most so many that ended before the day; none that waits or runs.';
REVOKE ALL ON FUNCTION forget_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_jobs TO jobscout_worker;

RESET ROLE;
