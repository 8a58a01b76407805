INSERT INTO mail_outbox (recipient, language, subject, body, unsubscribe_url, digest_id) VALUES ($1, $2, $3, $4, $5, $6);
