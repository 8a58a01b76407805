-- For account $1, in time zone $2 from hour $3 on. $4: they agree anew, and what was found before is no news.
INSERT INTO mail_wish (account_id, time_zone, hour, digest_after)
SELECT $1, $2, $3, coalesce(max(id), 0) FROM alert_digest
ON CONFLICT (account_id) DO UPDATE
SET time_zone = excluded.time_zone, hour = excluded.hour,
    digest_after = CASE WHEN $4 THEN excluded.digest_after ELSE mail_wish.digest_after END;
