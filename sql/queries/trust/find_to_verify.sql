-- $1: the posting's id.
SELECT * FROM posting_to_verify WHERE id = $1;
