INSERT INTO firm (name, opened_by, opened_at) VALUES ($1, $2, to_timestamp($3)) RETURNING id;
