DELETE FROM noc_concordance;
