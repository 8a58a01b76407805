-- $2: source ids and fingerprints of records about to replace those that stand under these ids.
INSERT INTO quarantine (source, file, line, field, reason, sha256, raw)
SELECT posting.source, record.file, record.line, $3, $4, record.sha256, record.raw
FROM json_to_recordset($2) AS later (source_id text, sha256 text)
JOIN posting ON posting.source = $1 AND posting.source_id = later.source_id
JOIN posting_record AS record
    ON record.posting_id = posting.id AND record.sha256 <> later.sha256
ON CONFLICT (source, sha256) WHERE posting_id IS NULL DO UPDATE SET
    field = excluded.field,
    reason = excluded.reason;
