DELETE FROM sign_in_attempt WHERE subject = $1;
