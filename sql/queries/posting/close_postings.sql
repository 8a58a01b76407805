-- $1: array of ids, $2: the revision, $3: the day, $4: state, $5: reason. What is closed has nothing left to prove, so that no
-- lapse stands in the way of saying so.
WITH closed AS (
    UPDATE posting
    SET closed_on = coalesce(closed_on, $3::date), evidence_lapsed_on = NULL, revision = $2
    FROM json_array_elements_text($1) AS missing (id)
    WHERE posting.id = missing.id::bigint
    RETURNING posting.id
)
INSERT INTO posting_history (posting_id, revision, state, day, reason)
SELECT id, $2, $4, $3::date, $5 FROM closed;
