-- $1: array of ids of postings of whose text nothing but the verdict is to be said, $2: its check's place, 1 the first, $3: the
-- verdict's letter.
UPDATE posting_trust
SET verdicts = overlay(verdicts PLACING $3 FROM $2::integer FOR 1)
FROM json_array_elements_text($1) AS own (id)
WHERE posting_id = own.id::bigint AND length(verdicts) >= $2::integer;
