SELECT profile, text
FROM oasis_text
WHERE import_id = $1 AND text IS NOT NULL
ORDER BY line;
