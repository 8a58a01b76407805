INSERT INTO posting_key (posting_id, block, ad, raw)
SELECT posting_id, block, ad, raw FROM json_populate_recordset(NULL::posting_key, $1);
