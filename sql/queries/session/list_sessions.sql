SELECT id, account_id, extract(epoch FROM created_at)::bigint, extract(epoch FROM second_factor_at)::bigint,
       extract(epoch FROM used_at)::bigint, extract(epoch FROM idle_expires_at)::bigint, extract(epoch FROM expires_at)::bigint, user_agent
FROM account_session
WHERE account_id = $1 AND idle_expires_at > to_timestamp($2) AND expires_at > to_timestamp($2)
ORDER BY used_at DESC, id;
