INSERT INTO candidate_deletion (id_sha256, deleted_on) VALUES ($1, $2);
