-- $1: array of names.
INSERT INTO employer (name)
SELECT DISTINCT ON (fold_name(name)) name
FROM json_array_elements_text($1) AS given (name)
WHERE fold_name(name) <> ''
ORDER BY fold_name(name), name
ON CONFLICT (folded_name) DO NOTHING;
