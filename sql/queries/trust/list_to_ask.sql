-- Postings after $1 by id, at most $2, that are served on day $3 ($4: for how many days one is open that does not say) and
-- whose employer's page was never asked, or is to be asked again.
SELECT *
FROM posting_to_verify
WHERE id IN (
    SELECT trust.posting_id
    FROM posting_trust AS trust
    JOIN posting ON posting.id = trust.posting_id
    WHERE trust.posting_id > $1 AND trust.employer_page IS NOT NULL AND trust.employer_until IS NULL
      AND posting.verified AND posting.evidence_lapsed_on IS NULL
      AND posting.closed_on IS NULL AND coalesce(posting.valid_through, posting.date_posted + $4::integer) >= $3::date
    ORDER BY trust.posting_id
    LIMIT $2
)
ORDER BY id;
