-- $1: array of ids of postings that have not changed, $2: the day.
UPDATE posting_lifecycle
SET last_seen = $2::date
FROM json_array_elements_text($1) AS seen (id)
WHERE posting_id = seen.id::bigint AND last_seen < $2::date;
