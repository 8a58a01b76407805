-- Work that was done is not kept for ever.
SET LOCAL ROLE jobscout_owner;

GRANT DELETE ON job TO jobscout_worker;
CREATE INDEX job_by_end ON job (finished_at) WHERE finished_at IS NOT NULL;

RESET ROLE;
