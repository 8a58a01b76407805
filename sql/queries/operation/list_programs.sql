-- When each program of the background last said that it runs.
SELECT program, to_char(seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM program_seen ORDER BY program;
