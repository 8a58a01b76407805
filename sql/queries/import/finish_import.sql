UPDATE reference_import SET rows = $2, refused = $3, left_out = $4, passed_over = $5::jsonb WHERE id = $1;
