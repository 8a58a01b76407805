-- Of application $1, as it holds.
SELECT letter.version, letter.own_words::text, letter.actor_role, letter.actor_id, firm.name,
    to_char(letter.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM application_letter AS letter
LEFT JOIN firm ON firm.id::text = letter.actor_firm
WHERE letter.application_id = $1
ORDER BY letter.version DESC
LIMIT 1;
