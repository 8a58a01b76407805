INSERT INTO round
    (id, number, held_on, kind, category, program, name_as_published, invitations, cutoff_crs,
    tie_break, pool_total)
SELECT
    id, number, held_on, kind, category, program, name_as_published, invitations, cutoff_crs,
    tie_break, pool_total
FROM json_populate_recordset(NULL::round, $1);
