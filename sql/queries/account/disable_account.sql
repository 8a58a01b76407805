UPDATE account SET disabled_at = to_timestamp($2) WHERE id = $1;
