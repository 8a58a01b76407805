UPDATE mail_digest SET state = $2 WHERE id = $1;
