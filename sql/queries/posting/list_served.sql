SELECT id, revision
FROM posting
WHERE verified AND evidence_lapsed_on IS NULL AND canonical_id IS NULL AND id > $1
ORDER BY id
LIMIT $2;
