-- $1: array of links.
SELECT posting.url, posting.id
FROM posting
WHERE posting.url IN (SELECT json_array_elements_text($1))
ORDER BY posting.id;
