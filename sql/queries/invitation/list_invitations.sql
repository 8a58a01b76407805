-- Of the candidates of owner $1, as they are at $2; before invitation $3 (NULL: from the newest), at most $4; of candidate $5
-- and invitation $6 alone where they are said.
SELECT invitation.id, invitation.candidate_id, invitation.posting_id, invitation.title, agreement.employer_name, invitation.words,
    to_char(invitation.invited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(invitation.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    invitation_state(NOT EXISTS (SELECT FROM candidate_invitation AS later
            WHERE later.agreement_id = invitation.agreement_id AND later.turn > invitation.turn),
        agreement.agreed, invitation.expires_at, to_timestamp($2)),
    to_char(agreement.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), invitation.reason, agreement.id, NULL,
    invitation.owner_id
FROM candidate_invitation AS invitation
JOIN candidate_agreement AS agreement ON agreement.id = invitation.agreement_id
WHERE invitation.owner_id = $1 AND ($3::bigint IS NULL OR invitation.id < $3)
  AND ($5::uuid IS NULL OR invitation.candidate_id = $5) AND ($6::bigint IS NULL OR invitation.id = $6)
ORDER BY invitation.id DESC
LIMIT $4;
