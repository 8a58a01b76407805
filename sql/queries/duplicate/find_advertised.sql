-- $1: array of ids.
SELECT to_json(advertised)
FROM unnest(ARRAY(SELECT json_array_elements_text($1)::bigint)) AS asked (id)
JOIN advertised_posting AS advertised ON advertised.id = asked.id;
