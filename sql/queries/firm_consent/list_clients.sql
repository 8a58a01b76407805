-- Who lets firm $1 read, before consent $2 (NULL: from the newest), at most $3.
SELECT id FROM candidate_firm_consent
WHERE firm = $1 AND withdrawn_at IS NULL AND ($2::bigint IS NULL OR id < $2)
ORDER BY id DESC
LIMIT $3;
