UPDATE mail_digest SET handed_at = to_timestamp($2) WHERE id = $1;
