INSERT INTO recovery_code (account_id, sha256) SELECT $1, json_array_elements_text($2);
