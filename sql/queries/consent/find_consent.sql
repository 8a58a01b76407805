SELECT to_char(shown_to_employers_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), shown_to_employers_wording
FROM candidate
WHERE id = $1;
