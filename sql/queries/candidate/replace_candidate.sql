-- $3: the version that the caller read, or NULL for any. $4: who asks.
UPDATE candidate
SET document = $2, version = version + 1, replaced_at = now(),
    used_on = CASE WHEN owner_id = $4 THEN (now() AT TIME ZONE 'UTC')::date ELSE used_on END
WHERE id = $1 AND ($3::text IS NULL OR version::text = $3)
RETURNING id, owner_id, document::text, version;
