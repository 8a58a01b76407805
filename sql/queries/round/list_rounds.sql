SELECT
    number, held_on, kind, program, category, name_as_published, invitations, cutoff_crs,
    to_char(tie_break AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), pool_total
FROM round
ORDER BY held_on, id;
