-- Of posting $1 by employer $2, of whom is called $3 (NULL: of all), as they are at $4; before invitation $5 (NULL: from the
-- newest), at most $6; with the name under which the candidate is shown.
SELECT invitation.id, invitation.candidate_id, invitation.posting_id, invitation.title, agreement.employer_name, invitation.words,
    to_char(invitation.invited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(invitation.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    invitation_state(NOT EXISTS (SELECT FROM candidate_invitation AS later
            WHERE later.agreement_id = invitation.agreement_id AND later.turn > invitation.turn),
        agreement.agreed, invitation.expires_at, to_timestamp($4)),
    to_char(agreement.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), invitation.reason, agreement.id, alias.alias,
    invitation.owner_id
FROM candidate_invitation AS invitation
JOIN candidate_agreement AS agreement ON agreement.id = invitation.agreement_id
JOIN candidate_alias AS alias ON alias.candidate_id = invitation.candidate_id AND alias.posting_id = invitation.posting_id
WHERE invitation.posting_id = $1 AND invitation.employer_id = $2 AND ($3::uuid IS NULL OR alias.alias = $3)
  AND ($5::bigint IS NULL OR invitation.id < $5)
ORDER BY invitation.id DESC
LIMIT $6;
