-- Who may do what. jobscout_owner owns every table and is what the indexer connects as;
-- jobscout_api owns nothing and may do only what later migrations grant. Neither has a password:
-- the socket of the cluster stands in a folder that only its owner can enter (deploy/cluster).
-- Roles belong to the whole cluster, so another database of it may have made them already.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['jobscout_owner', 'jobscout_api'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN', wanted);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
END
$$;

GRANT USAGE, CREATE ON SCHEMA public TO jobscout_owner;
GRANT USAGE ON SCHEMA public TO jobscout_api;

SET LOCAL ROLE jobscout_owner;

CREATE TABLE schema_migration (
    number     integer     CONSTRAINT schema_migration_pkey PRIMARY KEY,
    name       text        NOT NULL,
    sha256     text        NOT NULL CONSTRAINT schema_migration_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE schema_migration IS 'The files of sql/migrations that this database has, as they were when applied.';
GRANT SELECT ON schema_migration TO jobscout_api;
