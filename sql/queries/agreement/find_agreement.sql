-- What the candidate called $2 for posting $1 has answered employer $3.
SELECT agreement.id, agreement.posting_id, agreement.employer_name,
    to_char(agreement.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(agreement.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), agreement.agreed, agreement.wording,
    posting.title
FROM candidate_agreement AS agreement
JOIN candidate_alias AS alias USING (candidate_id, posting_id)
JOIN posting ON posting.id = agreement.posting_id
WHERE agreement.posting_id = $1 AND alias.alias = $2 AND agreement.employer_id = $3;
