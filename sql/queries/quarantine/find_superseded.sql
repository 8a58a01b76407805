-- $2: array of fingerprints. Those of records that another one of their file has replaced.
SELECT quarantine.sha256
FROM json_array_elements_text($2) AS asked (sha256)
JOIN quarantine ON quarantine.source = $1 AND quarantine.sha256 = asked.sha256
    AND quarantine.posting_id IS NULL AND quarantine.reason = $3;
