INSERT INTO posting_check (posting_id, ordinal, check_name, verdict, field, evidence)
SELECT posting_id, ordinal, check_name, verdict, field, evidence
FROM json_populate_recordset(NULL::posting_check, $1);
