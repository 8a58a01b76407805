-- $1: array of ids.
SELECT to_json(advertised)
FROM json_array_elements_text($1) AS asked (id)
JOIN advertised_posting AS advertised ON advertised.id = asked.id::bigint;
