-- $1: an array of alert_digest.id. One whose search went meanwhile is none any more.
INSERT INTO mailed_alert (alert_digest_id)
SELECT id FROM alert_digest WHERE id = ANY (ARRAY(SELECT json_array_elements_text($1)::bigint))
ON CONFLICT DO NOTHING;
