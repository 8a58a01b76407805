-- Of candidate $1, before view $2 (NULL: from the newest), at most $3.
SELECT view.id, view.posting_id, view.viewer_role, view.viewer_id, view.fit,
    to_char(view.seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), posting.title, employer.name
FROM candidate_view AS view
LEFT JOIN posting ON posting.id = view.posting_id
LEFT JOIN employer ON employer.id = posting.employer_id
WHERE view.candidate_id = $1 AND ($2::bigint IS NULL OR view.id < $2)
ORDER BY view.id DESC
LIMIT $3;
