SELECT province, employer, location
FROM designated_employer
WHERE import_id = $1
ORDER BY line;
