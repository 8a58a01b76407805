-- $1: array of names. Those that no spelling is known of become employers of their own; the indexer
-- keys names before (key_employers), so this is the way of names that it has not seen.
WITH given AS (
    SELECT DISTINCT ON (fold_name(name)) name, fold_name(name) AS folded_name
    FROM json_array_elements_text($1) AS asked (name)
    WHERE fold_name(name) <> ''
      AND NOT EXISTS (SELECT FROM employer_alias WHERE employer_alias.folded_name = fold_name(asked.name))
    ORDER BY fold_name(name), name
), added AS (
    INSERT INTO employer (name, key, legal_name)
    SELECT name, folded_name, name FROM given
    ON CONFLICT (key) DO NOTHING
    RETURNING id, key
)
INSERT INTO employer_alias (folded_name, name, employer_id, key_version)
SELECT given.folded_name, given.name, coalesce(added.id, employer.id), 0
FROM given
LEFT JOIN added ON added.key = given.folded_name
LEFT JOIN employer ON employer.key = given.folded_name
ON CONFLICT (folded_name) DO NOTHING;
