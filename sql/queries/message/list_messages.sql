-- Between candidate $1 and firm $2, before message $3 (NULL: from the newest), at most $4; whether the other side has read it.
SELECT message.id, message.party, message.author_id, firm.name, message.posting_id, message.title, message.words,
    to_char(message.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    EXISTS (SELECT FROM message_mark AS mark
            WHERE mark.candidate_id = message.candidate_id AND mark.firm = message.firm
              AND mark.party <> message.party AND mark.read_up_to >= message.id)
FROM message
LEFT JOIN firm ON message.party = 'firm' AND firm.id::text = message.firm
WHERE message.candidate_id = $1 AND message.firm = $2 AND ($3::bigint IS NULL OR message.id < $3)
ORDER BY message.id DESC
LIMIT $4;
