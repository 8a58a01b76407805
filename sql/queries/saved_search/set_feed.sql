-- NULLs: no feed any more.
UPDATE saved_search SET feed_sha256 = $2, feed_language = $3 WHERE id = $1 RETURNING id;
