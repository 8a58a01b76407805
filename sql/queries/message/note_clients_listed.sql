-- Advisor $2 of firm $3 is shown the names of candidates $1 (an array), before they are.
INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, viewer_name)
SELECT candidate_id, owner_id, 'listed', 'advisor', $2, firm
FROM candidate_firm_consent
WHERE candidate_id = ANY (ARRAY(SELECT json_array_elements_text($1)::uuid)) AND firm = $3 AND withdrawn_at IS NULL
ORDER BY candidate_id;
