-- Of employer $1, the newest first.
SELECT claim.id, claim.posting_id, claim.employer_name, claim.domain, claim.link, claim.state,
    to_char(claim.claimed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(claim.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), claim.words,
    posting.title, posting.hiring_organization
FROM posting_claim AS claim
LEFT JOIN posting ON posting.id = claim.posting_id
WHERE claim.account_id = $1
ORDER BY claim.id DESC
LIMIT 200;
