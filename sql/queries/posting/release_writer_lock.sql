SELECT pg_advisory_unlock(hashtext('jobscout.writer'));
