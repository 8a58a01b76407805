-- A record that is there for the same reason is left alone and not returned.
INSERT INTO quarantine (source, file, line, field, reason, sha256, raw)
SELECT source, file, line, field, reason, sha256, raw
FROM json_populate_recordset(NULL::quarantine, $1)
ON CONFLICT (source, sha256) WHERE posting_id IS NULL DO UPDATE SET
    file = excluded.file,
    line = excluded.line,
    field = excluded.field,
    reason = excluded.reason
WHERE (quarantine.field, quarantine.reason) IS DISTINCT FROM (excluded.field, excluded.reason)
RETURNING xmax = 0 AS added;
