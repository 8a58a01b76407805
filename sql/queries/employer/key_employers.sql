-- $1: array of {name, key, legal_name, operating_name, operating_key}, $2: version of the rule that gave the keys.
-- Each spelling becomes an alias of the employer with its key, who is added where there is none.
WITH given AS (
    SELECT DISTINCT ON (fold_name(name)) name, fold_name(name) AS folded_name, key, legal_name, operating_name, operating_key
    FROM json_to_recordset($1) AS asked (name text, key text, legal_name text, operating_name text, operating_key text)
    WHERE fold_name(name) <> ''
    ORDER BY fold_name(name), name
), added AS (
    INSERT INTO employer (name, key, legal_name, operating_name)
    SELECT DISTINCT ON (key) name, key, legal_name, operating_name FROM given ORDER BY key, name
    ON CONFLICT (key) DO NOTHING
    RETURNING id, key
)
INSERT INTO employer_alias (folded_name, name, employer_id, key_version, operating_key)
SELECT given.folded_name, given.name, coalesce(added.id, employer.id), $2, given.operating_key
FROM given
LEFT JOIN added ON added.key = given.key
LEFT JOIN employer ON employer.key = given.key
ON CONFLICT (folded_name) DO UPDATE SET
    employer_id = excluded.employer_id,
    key_version = excluded.key_version,
    operating_key = excluded.operating_key
WHERE employer_alias.key_version <> excluded.key_version;
