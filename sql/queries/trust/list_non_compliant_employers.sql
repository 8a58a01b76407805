SELECT
    operating_name, legal_name, address, penalty_as_published, decided_on_as_published, decided_on,
    status_as_published, status, banned_until
FROM non_compliant_employer
WHERE import_id = $1
ORDER BY line;
