-- Until the end of the transaction; the row-level security of what the worker removes asks for it.
SELECT set_config('jobscout.used_before', $1, true), set_config('jobscout.seen_before', $2, true),
    set_config('jobscout.unconfirmed_before', $3, true), set_config('jobscout.mailed_before', $4, true),
    set_config('jobscout.expired_before', $5, true);
