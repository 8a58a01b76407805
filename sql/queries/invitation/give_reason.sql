-- Why invitation $1 is declined; empty: no reason, or it is not.
UPDATE candidate_invitation SET reason = $2 WHERE id = $1;
