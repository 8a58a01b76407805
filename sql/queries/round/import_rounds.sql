WITH said AS (
    SELECT
        number, held_on, kind, category, program, name_as_published, invitations, cutoff_crs,
        tie_break, pool_total, row_number() OVER (ORDER BY held_on, number) AS place
    FROM json_populate_recordset(NULL::round, $1)
),
written AS (
    INSERT INTO round AS held
        (id, number, held_on, kind, category, program, name_as_published, invitations, cutoff_crs,
        tie_break, pool_total, imported)
    SELECT
        -- Beyond the ids that ship.
        greatest(1000000, (SELECT max(id) FROM round)) + place,
        number, held_on, kind, category, program, name_as_published, invitations, cutoff_crs,
        tie_break, pool_total, true
    FROM said
    ON CONFLICT ON CONSTRAINT round_number_unique DO UPDATE
    SET held_on = excluded.held_on, kind = excluded.kind, category = excluded.category,
        program = excluded.program, name_as_published = excluded.name_as_published,
        invitations = excluded.invitations, cutoff_crs = excluded.cutoff_crs,
        tie_break = excluded.tie_break, pool_total = excluded.pool_total, imported = true
    WHERE (held.held_on, held.kind, held.category, held.program, held.name_as_published,
           held.invitations, held.cutoff_crs, held.tie_break, held.pool_total)
        IS DISTINCT FROM
          (excluded.held_on, excluded.kind, excluded.category, excluded.program,
           excluded.name_as_published, excluded.invitations, excluded.cutoff_crs,
           excluded.tie_break, excluded.pool_total)
    RETURNING xmax = 0 AS added
)
SELECT count(*) FILTER (WHERE added), count(*) FILTER (WHERE NOT added)
FROM written;
