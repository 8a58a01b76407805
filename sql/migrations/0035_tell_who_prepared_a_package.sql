-- A package names the firm that it comes from, and what its advisor states to be.
SET LOCAL ROLE jobscout_owner;

GRANT SELECT (firm_id, standing, licence_number) ON account TO jobscout_worker;
GRANT SELECT (id, name) ON firm TO jobscout_worker;
