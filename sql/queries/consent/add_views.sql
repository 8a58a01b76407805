-- Posting $1, employer $2; $3: [[candidate id, fit]...]
INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, viewer_name, posting_id, fit)
SELECT candidate.id, candidate.owner_id, 'shown', 'employer', $2, employer.name, posting.id, (shown.value->>1)::smallint
FROM json_array_elements($3) WITH ORDINALITY AS shown
JOIN shown_candidate AS candidate ON candidate.id = (shown.value->>0)::uuid
JOIN posting ON posting.id = $1
JOIN employer ON employer.id = posting.employer_id
ORDER BY shown.ordinality;
