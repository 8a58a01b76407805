-- $4: [[candidate id, fit]...]
INSERT INTO candidate_view (candidate_id, posting_id, viewer_role, viewer_id, fit)
SELECT (shown.value->>0)::uuid, $1, $2, $3, (shown.value->>1)::smallint
FROM json_array_elements($4) AS shown;
