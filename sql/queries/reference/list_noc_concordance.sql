SELECT noc_2016, noc_2021 FROM noc_concordance ORDER BY noc_2016, noc_2021;
