-- It was not taken, and may be handed over again.
UPDATE mail_digest SET handed_at = NULL WHERE id = $1;
