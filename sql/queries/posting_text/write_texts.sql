-- $1: rows of posting_id, sketch, employer and posted. What is written is to be compared (anew).
INSERT INTO posting_text (posting_id, sketch, employer, posted)
SELECT posting_id, sketch, employer, posted FROM json_populate_recordset(NULL::posting_text, $1)
ON CONFLICT (posting_id) DO UPDATE SET
    sketch = excluded.sketch, employer = excluded.employer, posted = excluded.posted, first_id = NULL, employers = NULL;
