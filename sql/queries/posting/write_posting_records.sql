INSERT INTO posting_record (posting_id, file, line, raw, sha256, normaliser_version)
SELECT posting_id, file, line, raw, sha256, normaliser_version
FROM json_populate_recordset(NULL::posting_record, $1)
ON CONFLICT (posting_id) DO UPDATE SET
    file = excluded.file,
    line = excluded.line,
    raw = excluded.raw,
    sha256 = excluded.sha256,
    normaliser_version = excluded.normaliser_version,
    fetched_at = now();
