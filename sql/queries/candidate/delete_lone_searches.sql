-- Of owner $1 who has no candidate any more.
DELETE FROM saved_search
WHERE owner_id = $1 AND NOT EXISTS (SELECT FROM candidate WHERE owner_id = $1)
RETURNING id;
