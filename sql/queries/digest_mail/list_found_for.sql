-- What was found for the saved searches of account $1 and has not been mailed: the oldest first.
SELECT found.id, search.name, candidate.document::text, found.day, found.matching,
    (SELECT json_agg(json_build_array(posting_id, fit, basis_points) ORDER BY place)
     FROM alerted_posting WHERE digest_id = found.id)::text
FROM saved_search AS search
JOIN alert_digest AS found ON found.saved_search_id = search.id
JOIN mail_wish AS wish ON wish.account_id = $1
LEFT JOIN candidate ON candidate.id = search.candidate_id
WHERE search.owner_id = $1::text AND search.notify AND found.id > wish.digest_after
  AND NOT EXISTS (SELECT FROM mailed_alert WHERE alert_digest_id = found.id)
ORDER BY found.id;
