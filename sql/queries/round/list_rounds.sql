-- Of a round that several imports speak of, the newest by publisher's date counts; what ships is
-- one of them and gives way to what was imported of the same day.
WITH told AS (
    SELECT
        number, held_on, imported_round.kind, program, category, name_as_published, invitations,
        cutoff_crs, tie_break, pool_total, published_on, shipped, reference_import.id AS import_id
    FROM imported_round
    JOIN reference_import ON reference_import.id = imported_round.import_id
    UNION ALL
    SELECT
        number, held_on, round.kind, program, category, name_as_published, invitations,
        cutoff_crs, tie_break, pool_total, published_on, shipped, reference_import.id
    FROM round
    JOIN reference_import ON reference_import.kind = 'rounds' AND shipped
),
counting AS (
    SELECT DISTINCT ON (number) *
    FROM told
    ORDER BY number, published_on DESC, shipped, import_id DESC
)
SELECT
    number, held_on, kind, program, category, name_as_published, invitations, cutoff_crs,
    to_char(tie_break AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), pool_total
FROM counting
-- 9 comes before 10, and 91a before 91b.
ORDER BY held_on, substring(number FROM '^[0-9]+')::integer, number COLLATE "C";
