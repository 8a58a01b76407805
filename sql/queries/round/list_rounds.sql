SELECT
    number, held_on, kind, program, category, name_as_published, invitations, cutoff_crs,
    to_char(tie_break AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), pool_total
FROM round
-- 9 comes before 10, and 91a before 91b.
ORDER BY held_on, substring(number FROM '^[0-9]+')::integer, number COLLATE "C";
