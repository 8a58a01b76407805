-- The index of titles, and the examples among the elements, of which Statistics Canada publishes it.
SELECT title, language, noc
FROM noc_title
JOIN reference_import ON reference_import.id = import_id
WHERE active
UNION
SELECT description, language, code
FROM noc_element
JOIN reference_import ON reference_import.id = import_id
WHERE active AND noc_element.level = 5 AND element_type IN ('All examples', 'Illustrative example(s)')
ORDER BY language, noc, title;
