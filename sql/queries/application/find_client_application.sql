-- Whose application $1 is, where they let the advisor's firm read.
SELECT candidate_id FROM client_application WHERE id = $1;
