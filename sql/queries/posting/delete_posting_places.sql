-- $1: array of ids of postings whose places are about to be written anew.
DELETE FROM posting_place
USING json_array_elements_text($1) AS rewritten (id)
WHERE posting_place.posting_id = rewritten.id::bigint;
