SELECT pilot, community, province
FROM pilot_community
WHERE import_id = $1
ORDER BY line;
