WITH superseding AS (
    SELECT id FROM reference_import WHERE kind = 'noc_concordance' AND active AND NOT shipped
)
SELECT noc_2016, noc_2021
FROM noc_concordance
WHERE NOT EXISTS (SELECT FROM superseding)
UNION
SELECT noc_2016, noc_2021
FROM noc_concordance_entry
JOIN superseding ON superseding.id = import_id
ORDER BY noc_2016, noc_2021;
