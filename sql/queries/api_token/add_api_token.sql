INSERT INTO api_token (sha256, account_id, name, scopes, created_at, expires_at)
VALUES ($1, $2, $3, ARRAY(SELECT json_array_elements_text($4)), to_timestamp($5), to_timestamp($6))
RETURNING id;
