-- $1: array of keys. Spellings of the employers that are called so, by their key or by the operating
-- name that the spelling states. Keys hold no sign between a space and '!', so the range is that of
-- keys that begin with this one and a space.
WITH asked AS (
    SELECT key FROM json_array_elements_text($1) AS given (key)
), called AS (
    SELECT employer.id FROM asked JOIN employer ON employer.key = asked.key
    UNION
    SELECT employer.id FROM asked
    JOIN employer ON employer.key ~>=~ (asked.key || ' ') AND employer.key ~<~ (asked.key || '!')
)
SELECT name FROM employer_alias JOIN called ON called.id = employer_alias.employer_id
UNION
SELECT name FROM asked JOIN employer_alias ON employer_alias.operating_key = asked.key
UNION
SELECT name FROM asked
JOIN employer_alias ON employer_alias.operating_key ~>=~ (asked.key || ' ')
                   AND employer_alias.operating_key ~<~ (asked.key || '!')
ORDER BY name;
