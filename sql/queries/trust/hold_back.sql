-- $1: rows of posting_id, field and reason: postings that stood in no quarantine, or for another reason.
INSERT INTO quarantine (source, file, line, field, reason, sha256, posting_id)
SELECT posting.source, record.file, record.line, given.field, given.reason, record.sha256, posting.id
FROM json_to_recordset($1) AS given (posting_id bigint, field text, reason text)
JOIN posting ON posting.id = given.posting_id
JOIN posting_record AS record ON record.posting_id = posting.id
ON CONFLICT (posting_id) DO UPDATE SET field = excluded.field, reason = excluded.reason, sha256 = excluded.sha256;
