-- Advisor $2 reads applications of candidates $1 (an array), where they let the advisor's firm; one line for each.
INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, viewer_name)
SELECT candidate_id, owner_id, 'applications', 'advisor', $2, firm
FROM candidate_firm_consent
WHERE candidate_id = ANY (ARRAY(SELECT json_array_elements_text($1)::uuid)) AND withdrawn_at IS NULL
  AND firm = current_setting('jobscout.firm', true)
ORDER BY candidate_id;
