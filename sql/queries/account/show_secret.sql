-- Until the end of the transaction what belongs to the secret with this digest exists.
SELECT set_config('jobscout.secret', $1, true);
