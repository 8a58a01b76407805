INSERT INTO account_deletion (id_sha256, deleted_on) VALUES ($1, $2);
