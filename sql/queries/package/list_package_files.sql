-- Of package $1, or the one with name $2 (NULL: all of them).
SELECT name, content
FROM application_package_file
WHERE package_id = $1 AND ($2::text IS NULL OR name = $2)
ORDER BY place;
