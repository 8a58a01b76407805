-- Unreadable records of which a posting could be made after all.
DELETE FROM quarantine
USING json_to_recordset($1) AS stored (source text, sha256 text)
WHERE quarantine.posting_id IS NULL
  AND quarantine.source = stored.source
  AND quarantine.sha256 = stored.sha256;
