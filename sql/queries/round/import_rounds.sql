WITH compared AS (
    SELECT
        said.number, said.held_on, said.kind, said.category, said.program, said.name_as_published,
        said.invitations, said.cutoff_crs, said.tie_break, said.pool_total,
        held.imported AS was_imported,
        CASE
            WHEN held.number IS NULL THEN 'added'
            WHEN (held.held_on, held.kind, held.category, held.program, held.name_as_published,
                  held.invitations, held.cutoff_crs, held.tie_break, held.pool_total)
                IS DISTINCT FROM
                 (said.held_on, said.kind, said.category, said.program, said.name_as_published,
                  said.invitations, said.cutoff_crs, said.tie_break, said.pool_total)
                THEN 'changed'
            ELSE 'unchanged'
        END AS outcome
    FROM json_populate_recordset(NULL::round, $1) AS said
    LEFT JOIN round AS held ON held.number = said.number
),
written AS (
    INSERT INTO round AS held
        (id, number, held_on, kind, category, program, name_as_published, invitations, cutoff_crs,
        tie_break, pool_total, imported)
    SELECT
        -- Beyond the ids that ship, which may belong to other rounds in the next file of them.
        greatest(1000000, (SELECT max(id) FROM round)) + row_number() OVER (ORDER BY held_on, number),
        number, held_on, kind, category, program, name_as_published, invitations, cutoff_crs,
        tie_break, pool_total, true
    FROM compared
    -- What the feed confirms is written too, once: from then on it is the feed that says it.
    WHERE outcome <> 'unchanged' OR NOT was_imported
    ON CONFLICT ON CONSTRAINT round_number_unique DO UPDATE
    SET id = CASE WHEN held.imported THEN held.id ELSE excluded.id END,
        held_on = excluded.held_on, kind = excluded.kind, category = excluded.category,
        program = excluded.program, name_as_published = excluded.name_as_published,
        invitations = excluded.invitations, cutoff_crs = excluded.cutoff_crs,
        tie_break = excluded.tie_break, pool_total = excluded.pool_total, imported = true
)
SELECT
    count(*) FILTER (WHERE outcome = 'added'),
    count(*) FILTER (WHERE outcome = 'changed'),
    count(*) FILTER (WHERE outcome = 'unchanged')
FROM compared;
