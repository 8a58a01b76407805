-- Which database this is, and how far its postings have come. A copy that is restored has another
-- timeline or another object id, and then revisions of its own.
SELECT system.system_identifier || '/' || checkpoint.timeline_id || '/' || pg_database.oid,
       (SELECT revision FROM revision_counter)
FROM pg_control_system() AS system, pg_control_checkpoint() AS checkpoint, pg_catalog.pg_database
WHERE pg_database.datname = current_database();
