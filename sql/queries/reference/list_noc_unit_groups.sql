SELECT noc, title_en, title_fr FROM noc_unit_group ORDER BY noc;
