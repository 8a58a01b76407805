-- Changes whenever the titles do: the imports of the classification that are active.
SELECT coalesce(string_agg(id::text, ',' ORDER BY id), '')
FROM reference_import
WHERE active AND kind LIKE 'noc%';
