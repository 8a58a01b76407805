SELECT id, name, province, latitude, longitude, population, to_json(other_names)
FROM place
ORDER BY id;
