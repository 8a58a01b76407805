-- $1: array of names. The employers of these names; a name that is empty has none.
SELECT asked.name, employer.id
FROM json_array_elements_text($1) AS asked (name)
JOIN employer ON employer.folded_name = fold_name(asked.name);
