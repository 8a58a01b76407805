-- Of application $1, before line $2 (NULL: from the newest), at most $3.
SELECT event.id, event.kind, event.state, event.due_on, event.due_for, event.words, event.actor_role, event.actor_id,
    firm.name, to_char(event.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM application_event AS event
LEFT JOIN firm ON firm.id::text = event.actor_firm
WHERE event.application_id = $1 AND ($2::bigint IS NULL OR event.id < $2)
ORDER BY event.id DESC
LIMIT $3;
