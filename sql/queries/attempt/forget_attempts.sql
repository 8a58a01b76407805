DELETE FROM sign_in_attempt WHERE forget_after < to_timestamp($1);
