INSERT INTO place
    (id, name, province, latitude, longitude, population, other_names)
SELECT
    id, name, province, latitude, longitude, population, other_names
FROM json_populate_recordset(NULL::place, $1);
