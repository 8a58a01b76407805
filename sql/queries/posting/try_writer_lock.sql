-- Held until the session ends.
SELECT pg_try_advisory_lock(hashtext('jobscout.writer'));
