-- $1: array of ids: what a summary of each card needs.
SELECT trust.posting_id, trust.verdicts, trust.verified_on, least(trust.expires_on, trust.live_until), trust.live_state,
    pay.least_percent, pay.most_percent
FROM unnest(ARRAY(SELECT json_array_elements_text($1)::bigint)) AS asked (id)
JOIN posting_trust AS trust ON trust.posting_id = asked.id
LEFT JOIN LATERAL pay_against_median(trust.details) AS pay ON true;
