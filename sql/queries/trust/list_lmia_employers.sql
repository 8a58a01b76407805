SELECT decision, period, province, employer, address, postal_code, occupation, positions
FROM lmia_employer
WHERE import_id = $1
ORDER BY line;
