SELECT noc, province, regulator, url, compulsory
FROM licensed_occupation
WHERE import_id = $1
ORDER BY line;
