SELECT name, entry::text, added_by, to_char(added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM added_source
ORDER BY name COLLATE "C";
