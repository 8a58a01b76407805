UPDATE sign_in_attempt SET attempts = attempts + 1, last_at = to_timestamp($2), forget_after = to_timestamp($3)
WHERE subject = $1;
