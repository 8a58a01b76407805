-- $1: rows of posting_id, first_id and employers.
UPDATE posting_text
SET first_id = given.first_id, employers = given.employers
FROM json_to_recordset($1) AS given (posting_id bigint, first_id bigint, employers smallint)
WHERE posting_text.posting_id = given.posting_id;
