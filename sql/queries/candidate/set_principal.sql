-- Until the end of the transaction; the row-level security of `candidate` asks for it.
SELECT set_config('jobscout.principal', $1, true), set_config('jobscout.sees_all', $2, true);
