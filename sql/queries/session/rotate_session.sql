-- The token that was known before the sign-in was whole is none any more.
UPDATE account_session
SET sha256 = $2, second_factor_at = coalesce(to_timestamp($3), second_factor_at), idle_expires_at = to_timestamp($4), expires_at = to_timestamp($5)
WHERE id = $1
RETURNING id;
