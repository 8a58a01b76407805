DELETE FROM noc_unit_group;
