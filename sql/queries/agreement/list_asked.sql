-- What those of the candidates called $2 (an array) for posting $1 whom employer $3 has asked have answered.
SELECT agreement.id, agreement.posting_id, agreement.employer_name,
    to_char(agreement.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(agreement.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), agreement.agreed, agreement.wording,
    posting.title, alias.alias
FROM candidate_agreement AS agreement
JOIN candidate_alias AS alias USING (candidate_id, posting_id)
JOIN posting ON posting.id = agreement.posting_id
WHERE agreement.posting_id = $1 AND agreement.employer_id = $3
  AND alias.alias = ANY (ARRAY(SELECT json_array_elements_text($2)::uuid));
