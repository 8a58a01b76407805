-- Whose candidate $1 is, where they let firm $2 read.
SELECT owner_id FROM candidate_firm_consent WHERE candidate_id = $1 AND firm = $2 AND withdrawn_at IS NULL;
