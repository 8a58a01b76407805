SELECT posting.source, record.file, record.line, record.sha256,
       to_char(record.fetched_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM posting
JOIN posting_record AS record ON record.posting_id = posting.id
WHERE posting.id = $1;
