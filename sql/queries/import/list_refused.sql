SELECT line, field, extent, reason, raw FROM reference_refused WHERE import_id = $1 ORDER BY line, field LIMIT $2;
