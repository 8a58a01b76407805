INSERT INTO noc_concordance
    (noc_2016, noc_2021)
SELECT
    noc_2016, noc_2021
FROM json_populate_recordset(NULL::noc_concordance, $1);
