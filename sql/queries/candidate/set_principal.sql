-- Who asks, until the end of the transaction: what the row-level security of people's tables goes by. $2: the firm of
-- an advisor; $3, $4: the posting that an employer asks about, and the names and keys under which they hire (an array).
SELECT set_config('jobscout.principal', $1, true), set_config('jobscout.firm', $2, true),
    set_config('jobscout.posting', $3, true), set_config('jobscout.employers', $4, true);
