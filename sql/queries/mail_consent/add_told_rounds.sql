-- For account $1, rounds $2 (an array) are no news any more.
INSERT INTO told_round (account_id, number)
SELECT $1, json_array_elements_text($2)
ON CONFLICT DO NOTHING;
