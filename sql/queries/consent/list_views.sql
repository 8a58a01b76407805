-- Of candidate $1, before line $2 (NULL: from the newest), at most $3.
SELECT access.id, access.what, access.viewer_role, access.viewer_name, access.posting_id, access.fit,
    to_char(access.seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), posting.title, employer.name
FROM candidate_access AS access
LEFT JOIN posting ON posting.id = access.posting_id
LEFT JOIN employer ON employer.id = posting.employer_id
WHERE access.candidate_id = $1 AND access.owner_id = $4 AND ($2::bigint IS NULL OR access.id < $2)
ORDER BY access.id DESC
LIMIT $3;
