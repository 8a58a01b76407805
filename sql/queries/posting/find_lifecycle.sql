SELECT posting.id, posting.source, posting.source_id, posting.title, posting.url, posting.verified,
       lifecycle.first_seen, lifecycle.last_seen, lifecycle.gone_on,
       posting.date_posted, posting.valid_through, posting.closed_on
FROM posting
JOIN posting_lifecycle AS lifecycle ON lifecycle.posting_id = posting.id
WHERE posting.source_id = $1 OR posting.id::text = $1
ORDER BY posting.id
LIMIT 100;
