UPDATE mail_outbox SET attempts = attempts + 1, due_at = clock_timestamp() + $2 * interval '1 millisecond' WHERE id = $1;
