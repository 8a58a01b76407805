SELECT decide_account($1, $2, $3, $4, to_timestamp($5));
