INSERT INTO mail_outbox (recipient, language, subject, body, unsubscribe_url) VALUES ($1, $2, $3, $4, $5);
