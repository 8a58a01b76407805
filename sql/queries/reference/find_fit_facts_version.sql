-- Changes whenever skill profiles or places do: their imports that are active.
SELECT 'fit ' || coalesce(string_agg(id::text, ',' ORDER BY id), '')
FROM reference_import
WHERE active AND (kind = 'oasis_ratings' OR kind LIKE '%gazetteer%');
