-- $1: array of ids. Each posting that shares a key with one of them, these among them where they have keys.
WITH asked AS (
    SELECT posting_key.*
    FROM json_array_elements_text($1) AS given (id)
    JOIN posting_key ON posting_key.posting_id = given.id::bigint
)
SELECT posting_key.posting_id FROM asked JOIN posting_key ON posting_key.block = asked.block
UNION
SELECT posting_key.posting_id FROM asked JOIN posting_key ON posting_key.ad = asked.ad
UNION
SELECT posting_key.posting_id FROM asked JOIN posting_key ON posting_key.raw = asked.raw;
