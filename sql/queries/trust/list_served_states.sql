-- $1: array of ids, $2: the day. Of those that may be served on it, in the order asked: the revision, and what a summary
-- of the card needs.
SELECT posting.id, posting.revision, trust.verdicts, trust.verified_on, least(trust.expires_on, trust.live_until),
    trust.live_state,
    pay.least_percent, pay.most_percent
FROM unnest(ARRAY(SELECT json_array_elements_text($1)::bigint)) WITH ORDINALITY AS asked (id, place_in_order)
JOIN posting ON posting.id = asked.id AND posting.verified
    AND posting.evidence_lapsed_on IS NULL
LEFT JOIN posting_trust AS trust ON trust.posting_id = posting.id
LEFT JOIN LATERAL pay_against_median(trust.details) AS pay ON true
WHERE coalesce(least(trust.expires_on, trust.live_until) >= $2::date, true)
ORDER BY asked.place_in_order;
