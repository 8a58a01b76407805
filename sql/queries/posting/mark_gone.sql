-- $1: array of ids, $2: the day. Those that were gone already are left alone and not returned.
UPDATE posting_lifecycle
SET gone_on = $2::date
FROM json_array_elements_text($1) AS missing (id)
WHERE posting_id = missing.id::bigint AND gone_on IS NULL
RETURNING posting_id;
