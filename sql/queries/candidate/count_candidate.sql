-- What goes with candidate $1.
SELECT (SELECT count(*) FROM saved_search WHERE candidate_id = $1),
    (SELECT count(*) FROM alert_digest JOIN saved_search ON saved_search.id = saved_search_id WHERE candidate_id = $1),
    (SELECT count(*) FROM candidate_firm_consent WHERE candidate_id = $1),
    (SELECT count(*) FROM candidate_agreement WHERE candidate_id = $1),
    (SELECT count(*) FROM candidate_access WHERE candidate_id = $1),
    (SELECT count(*) FROM candidate_interest WHERE candidate_id = $1),
    (SELECT count(*) FROM application WHERE candidate_id = $1),
    (SELECT count(*) FROM message WHERE candidate_id = $1),
    (SELECT count(*) FROM candidate_invitation WHERE candidate_id = $1);
