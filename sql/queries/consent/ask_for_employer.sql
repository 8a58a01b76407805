-- Until the end of the transaction: an employer asks, for whom nobody's own documents are theirs.
SELECT set_config('jobscout.principal', '', true), set_config('jobscout.sees_all', 'off', true),
    set_config('jobscout.asks_for_employer', 'on', true);
