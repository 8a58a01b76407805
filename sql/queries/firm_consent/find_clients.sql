-- Of consents $1 (an array), whom this transaction may read, the newest first.
SELECT consent.id, candidate.id, candidate.document#>>'{resume,basics,name}', consent.may_replace,
    to_char(consent.given_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM candidate_firm_consent AS consent
JOIN candidate ON candidate.id = consent.candidate_id
WHERE consent.id = ANY (ARRAY(SELECT json_array_elements_text($1)::bigint)) AND consent.withdrawn_at IS NULL
ORDER BY consent.id DESC;
