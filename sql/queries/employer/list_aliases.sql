-- Spellings that another version of the rule has keyed than $1; at most $2.
SELECT name FROM employer_alias WHERE key_version <> $1 ORDER BY folded_name LIMIT $2;
