-- $3: the version that the caller read, or NULL for any.
UPDATE candidate
SET document = $2, version = version + 1, replaced_at = now()
WHERE id = $1 AND ($3::text IS NULL OR version::text = $3)
RETURNING id, owner_id, document::text, version;
