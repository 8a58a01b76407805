SELECT province, starts_on, ends_on, hourly_cents, url
FROM minimum_wage
WHERE import_id = $1 AND category = 'general'
ORDER BY line;
