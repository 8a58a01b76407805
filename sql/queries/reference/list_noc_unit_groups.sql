-- The titles that ship, or those of the bilingual list that superseded them; over them the titles of
-- the structure in each language, where one was imported.
WITH active AS (
    SELECT id, list, shipped FROM reference_import WHERE kind = 'noc_structure' AND active
),
unit_group AS (
    SELECT noc, title_en, title_fr
    FROM noc_unit_group
    WHERE NOT EXISTS (SELECT FROM active WHERE list = '2021 en-fr' AND NOT shipped)
    UNION ALL
    SELECT code, title_en, title_fr
    FROM noc_class
    JOIN active ON active.id = noc_class.import_id AND active.list = '2021 en-fr'
)
SELECT
    noc,
    coalesce(english.title_en, unit_group.title_en),
    coalesce(french.title_fr, unit_group.title_fr)
FROM unit_group
LEFT JOIN (noc_class AS english JOIN active AS english_import ON english_import.id = english.import_id AND english_import.list = '2021 en')
    ON english.code = noc
LEFT JOIN (noc_class AS french JOIN active AS french_import ON french_import.id = french.import_id AND french_import.list = '2021 fr')
    ON french.code = noc
ORDER BY noc;
