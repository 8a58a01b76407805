-- $1 kind, $2 list, $3 publisher, $4 published on, $5 file name, $6 sha256, $7 rows.
INSERT INTO reference_import (kind, list, publisher, published_on, file_name, sha256, rows, refused, left_out, passed_over, shipped, active)
VALUES ($1, $2, $3, $4::date, $5, $6, $7, 0, 0, '{}', true, false)
ON CONFLICT (kind, list) WHERE shipped DO UPDATE
SET publisher = excluded.publisher, published_on = excluded.published_on, file_name = excluded.file_name,
    sha256 = excluded.sha256, rows = excluded.rows, imported_at = now();
