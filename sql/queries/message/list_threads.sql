-- Those of owner $1 (party owner) or of firm $2 (party firm), where $3 is that party; the one written in last first, before
-- message $4 (NULL: from the newest), at most $5.
SELECT thread.candidate_id, thread.firm, firm.name, thread.last_id,
    to_char(thread.last_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), thread.unread,
    EXISTS (SELECT FROM candidate_firm_consent AS consent
            WHERE consent.candidate_id = thread.candidate_id AND consent.firm = thread.firm AND consent.withdrawn_at IS NULL)
FROM (
    SELECT message.candidate_id, message.firm, max(message.id) AS last_id, max(message.made_at) AS last_at,
        count(*) FILTER (WHERE message.party <> $3 AND message.id > coalesce(mark.read_up_to, 0)) AS unread
    FROM message
    LEFT JOIN message_mark AS mark
        ON mark.candidate_id = message.candidate_id AND mark.firm = message.firm AND mark.party = $3
    WHERE CASE WHEN $3 = 'owner' THEN message.owner_id = $1 ELSE message.firm = $2 END
    GROUP BY message.candidate_id, message.firm) AS thread
LEFT JOIN firm ON firm.id::text = thread.firm
WHERE $4::bigint IS NULL OR thread.last_id < $4
ORDER BY thread.last_id DESC
LIMIT $5;
