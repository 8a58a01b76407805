SELECT city, province, economic_region, share
FROM city_region
WHERE import_id = $1
ORDER BY line;
