INSERT INTO noc_unit_group
    (noc, teer, title_en, title_fr, broad_category_en, major_group_en, sub_major_group_en,
    minor_group_en)
SELECT
    noc, teer, title_en, title_fr, broad_category_en, major_group_en, sub_major_group_en,
    minor_group_en
FROM json_populate_recordset(NULL::noc_unit_group, $1);
