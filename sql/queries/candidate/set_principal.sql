-- Who asks, until the end of the transaction: what the row-level security of people's tables goes by. $2: the firm of
-- an advisor; $3: the posting that an employer asks about; $4: the role of who decides about others.
SELECT set_config('jobscout.principal', $1, true), set_config('jobscout.firm', $2, true),
    set_config('jobscout.posting', $3, true), set_config('jobscout.role', $4, true);
