-- Program $1 runs.
INSERT INTO program_seen (program, seen_at) VALUES ($1, now())
ON CONFLICT (program) DO UPDATE SET seen_at = excluded.seen_at;
