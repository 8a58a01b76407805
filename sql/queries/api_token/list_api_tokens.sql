SELECT id, account_id, name, array_to_json(scopes)::text, extract(epoch FROM created_at)::bigint, extract(epoch FROM used_at)::bigint, extract(epoch FROM expires_at)::bigint
FROM api_token WHERE account_id = $1 ORDER BY created_at DESC, id;
