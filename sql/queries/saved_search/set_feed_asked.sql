-- Until the end of the transaction; the row-level security of `saved_search` asks for it.
SELECT set_config('jobscout.feed', $1, true);
