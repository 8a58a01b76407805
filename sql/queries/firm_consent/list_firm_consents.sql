-- Of candidate $1, the newest first.
SELECT consent.firm, wording, may_replace, to_char(given_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), firm.name
FROM candidate_firm_consent AS consent
LEFT JOIN firm ON firm.id::text = consent.firm
WHERE candidate_id = $1 AND owner_id = $2
ORDER BY consent.id DESC;
