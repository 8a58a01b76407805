UPDATE api_token SET used_at = to_timestamp($2) WHERE id = $1;
