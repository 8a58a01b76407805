-- Without a median, or where the list does not say by which period, a row says nothing of pay.
SELECT noc_edition, noc, province, region_en, median_cents, period = 'year'
FROM occupation_wage
WHERE import_id = $1 AND median_cents > 0 AND period IS NOT NULL
ORDER BY line;
