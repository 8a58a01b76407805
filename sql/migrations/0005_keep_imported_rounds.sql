-- A newer file of shipped rounds must not take away what an operator has imported since.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE round ADD COLUMN imported boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN round.imported IS 'Came from the government''s feed; shipped rows give way to it.';
