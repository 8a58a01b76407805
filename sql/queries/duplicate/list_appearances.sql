SELECT posting.id, posting.source, posting.source_id, posting.url, posting.date_posted, posting.valid_through,
       posting.closed_on
FROM posting AS asked
JOIN posting ON posting.id = coalesce(asked.canonical_id, asked.id)
             OR posting.canonical_id = coalesce(asked.canonical_id, asked.id)
WHERE asked.id = $1 AND posting.verified
ORDER BY posting.date_posted, posting.source, posting.source_id;
