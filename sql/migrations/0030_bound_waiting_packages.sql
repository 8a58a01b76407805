-- How many packages one account may have waiting to be built is bounded: they are counted whatever application they are
-- for, which row-level security does not show an advisor.
SET LOCAL ROLE jobscout_owner;

CREATE INDEX application_package_waiting ON application_package (actor_id) WHERE state = 'queued';

CREATE FUNCTION waiting_packages() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*) FROM application_package
    WHERE actor_id = current_setting('jobscout.principal', true) AND state = 'queued'
$$;
COMMENT ON FUNCTION waiting_packages IS 'Of who asks, and of nobody else.';
REVOKE ALL ON FUNCTION waiting_packages FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waiting_packages TO jobscout_api;

RESET ROLE;
ALTER FUNCTION waiting_packages OWNER TO jobscout_shown;
