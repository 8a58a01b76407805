WITH superseding AS (
    SELECT id FROM reference_import WHERE kind = 'gazetteer' AND active AND NOT shipped
)
SELECT id, name, province, latitude, longitude, population, to_json(other_names)
FROM place
WHERE NOT EXISTS (SELECT FROM superseding)
UNION ALL
-- GeoNames lists a place's name among its other names as well.
SELECT
    geoname_id, name, province, latitude, longitude, population,
    to_json(array_remove(other_names, name))
FROM gazetteer_place
JOIN superseding ON superseding.id = import_id
ORDER BY 1;
