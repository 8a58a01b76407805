SELECT
    id, kind, list, publisher, published_on, file_name, sha256, rows, refused, left_out, passed_over,
    to_char(imported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), shipped, active
FROM reference_import
WHERE id = $1;
