-- $1: array of ids, $2: the day their fetched source offered them, $3: until when that counts, $4: how it is known.
UPDATE posting_trust
SET live_state = 'live', live_on = $2::date, live_evidence = $4, live_until = $3::date
FROM json_array_elements_text($1) AS seen (id)
WHERE posting_id = seen.id::bigint AND (live_on IS NULL OR live_on <= $2::date);
