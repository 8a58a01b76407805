INSERT INTO quarantine (source, file, line, field, reason, sha256, posting_id)
SELECT source, file, line, field, reason, sha256, posting_id
FROM json_populate_recordset(NULL::quarantine, $1)
ON CONFLICT (posting_id) DO UPDATE SET
    file = excluded.file,
    line = excluded.line,
    field = excluded.field,
    reason = excluded.reason,
    sha256 = excluded.sha256;
