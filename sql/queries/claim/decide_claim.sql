-- Claim $1 becomes $2 by reviewer $3 with words $4; nothing where it does not stand so that it could.
UPDATE posting_claim SET state = $2, decided_at = now(), decided_by = $3, words = $4
WHERE id = $1 AND state = CASE $2 WHEN 'revoked' THEN 'accepted' ELSE 'waiting' END
RETURNING id;
