UPDATE account SET email_verified_at = coalesce(email_verified_at, to_timestamp($2)) WHERE id = $1;
