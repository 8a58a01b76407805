-- $1: array of the names that are listed now.
DELETE FROM listed_source
WHERE name NOT IN (SELECT json_array_elements_text($1::json));
