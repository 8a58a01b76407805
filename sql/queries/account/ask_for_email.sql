-- Until the end of the transaction the account of this address exists, if there is one.
SELECT set_config('jobscout.email', $1, true);
