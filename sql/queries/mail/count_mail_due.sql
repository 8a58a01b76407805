SELECT count(*) FROM mail_outbox WHERE due_at <= clock_timestamp();
