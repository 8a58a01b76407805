-- Of application $1, as it holds.
SELECT record.version, record.received_on, record.offer::text, record.actor_role, record.actor_id, firm.name,
    to_char(record.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM application_offer AS record
LEFT JOIN firm ON firm.id::text = record.actor_firm
WHERE record.application_id = $1
ORDER BY record.version DESC
LIMIT 1;
