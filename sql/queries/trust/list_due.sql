-- Postings after $1 by id, at most $2, of which something is due on day $3: evidence that has run out, or a page that proves
-- it to $6 and no further, while the posting is open ($5: for how many days where it does not say), the answer of its employer's
-- page, another basis than $4 (0: whatever it is), a decision of a reviewer.
SELECT *
FROM posting_to_verify
WHERE id IN (
    SELECT due.posting_id
    FROM (
        SELECT trust.posting_id
        FROM posting_trust AS trust
        JOIN posting ON posting.id = trust.posting_id
        WHERE trust.posting_id > $1 AND least(trust.expires_on, trust.live_until) <= $6::date
          AND (trust.expires_on < $3::date OR trust.live_until <= $6::date)
          AND posting.closed_on IS NULL AND coalesce(posting.valid_through, posting.date_posted + $5::integer) >= $3::date
        UNION
        SELECT posting_id FROM posting_trust WHERE posting_id > $1 AND employer_until < $3::date
        UNION
        SELECT posting_id FROM posting_trust WHERE posting_id > $1 AND basis_id IS NULL
        UNION
        SELECT posting_id FROM posting_trust WHERE posting_id > $1 AND $4::bigint > 0 AND basis_id < $4::bigint
        UNION
        SELECT posting_id FROM posting_trust WHERE posting_id > $1 AND $4::bigint > 0 AND basis_id > $4::bigint
        UNION
        SELECT trust.posting_id
        FROM posting_review AS review
        JOIN posting_trust AS trust USING (posting_id)
        WHERE review.id > trust.review_id AND trust.posting_id > $1
    ) AS due
    ORDER BY due.posting_id
    LIMIT $2
)
ORDER BY id;
