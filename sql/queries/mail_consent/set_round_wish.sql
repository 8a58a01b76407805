-- Account $1 hears of rounds for candidate $2 within $3. $4: the day of the newest round there is; where they have heard
-- before, what is news stays what it was.
INSERT INTO round_wish (account_id, candidate_id, scope, since)
VALUES ($1, $2, $3, $4)
ON CONFLICT (account_id) DO UPDATE SET candidate_id = excluded.candidate_id, scope = excluded.scope
RETURNING xmax = 0;
