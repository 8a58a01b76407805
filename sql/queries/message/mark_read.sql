-- Side $4 of the thread of candidate $1 of owner $2 with firm $3 has read it up to message $5; at $6. No mark goes back, and
-- none beyond what was written.
INSERT INTO message_mark (candidate_id, owner_id, firm, party, read_up_to, read_at)
SELECT $1, $2, $3, $4, max(id), to_timestamp($6)
FROM message
WHERE candidate_id = $1 AND firm = $3 AND id <= $5
HAVING max(id) IS NOT NULL
ON CONFLICT (candidate_id, firm, party) DO UPDATE SET read_up_to = excluded.read_up_to, read_at = excluded.read_at
WHERE message_mark.read_up_to < excluded.read_up_to;
