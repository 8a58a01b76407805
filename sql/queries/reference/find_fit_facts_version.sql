-- Changes whenever skill profiles, places or rounds do: their imports that are active.
SELECT 'fit ' || coalesce(string_agg(id::text, ',' ORDER BY id), '')
FROM reference_import
WHERE active AND (kind IN ('oasis_ratings', 'rounds') OR kind LIKE '%gazetteer%');
