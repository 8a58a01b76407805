-- Of candidate $1 of owner $2, the newest first.
SELECT agreement.id, agreement.posting_id, agreement.employer_name,
    to_char(agreement.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(agreement.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), agreement.agreed, agreement.wording,
    posting.title
FROM candidate_agreement AS agreement
LEFT JOIN posting ON posting.id = agreement.posting_id
WHERE agreement.candidate_id = $1 AND agreement.owner_id = $2
ORDER BY agreement.id DESC;
