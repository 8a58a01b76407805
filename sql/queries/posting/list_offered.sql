-- What source $1 was last known to offer, by its own ids after $2, at most $3: whether each is open
-- on day $4, where $5 days are open by default.
SELECT posting.id, posting.source_id,
       coalesce(coalesce(posting.valid_through, posting.date_posted + $5::integer) >= $4::date, false)
FROM posting
JOIN posting_lifecycle AS lifecycle ON lifecycle.posting_id = posting.id
WHERE posting.source = $1 AND posting.source_id > $2 AND lifecycle.gone_on IS NULL
ORDER BY posting.source_id
LIMIT $3;
