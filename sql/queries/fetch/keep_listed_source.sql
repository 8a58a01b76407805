INSERT INTO listed_source (name, fetched, address, complete, every_minutes, daily_at, due_at, added)
VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8)
ON CONFLICT ON CONSTRAINT listed_source_pkey DO UPDATE
SET fetched = excluded.fetched, address = excluded.address, complete = excluded.complete,
    every_minutes = excluded.every_minutes, daily_at = excluded.daily_at, due_at = excluded.due_at,
    added = excluded.added;
