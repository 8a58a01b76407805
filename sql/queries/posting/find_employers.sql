-- $1: array of names. The employers of these names; a name that is empty has none.
SELECT asked.name, employer_alias.employer_id
FROM json_array_elements_text($1) AS asked (name)
JOIN employer_alias ON employer_alias.folded_name = fold_name(asked.name);
