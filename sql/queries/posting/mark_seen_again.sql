-- $1: array of ids of postings that were written, $2: the day. Whatever was gone is back.
UPDATE posting_lifecycle
SET last_seen = greatest(last_seen, $2::date), gone_on = NULL
FROM json_array_elements_text($1) AS seen (id)
WHERE posting_id = seen.id::bigint;
