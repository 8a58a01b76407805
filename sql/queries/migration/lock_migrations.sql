-- Held until the session ends. The number means nothing; it is this program's own.
SELECT pg_advisory_lock(hashtext('jobscout.migrate'));
