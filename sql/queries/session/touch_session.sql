UPDATE account_session SET used_at = to_timestamp($2), idle_expires_at = to_timestamp($3) WHERE id = $1;
