-- Until the end of the transaction; the row-level security of `posting` asks for it.
SELECT set_config('jobscout.sees_unverified', 'on', true);
