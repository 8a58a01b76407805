-- $1 kind, $2 list, $3 publisher, $4 published on, $5 file name, $6 sha256. Its counts follow.
INSERT INTO reference_import (kind, list, publisher, published_on, file_name, sha256, rows, refused, left_out, passed_over, shipped, active)
VALUES ($1, $2, $3, $4::date, $5, $6, 0, 0, 0, '{}', false, false)
RETURNING id;
