-- Of candidate $1 of owner $2, who is shown to nobody any more.
UPDATE candidate_agreement
SET answered_at = now(), agreed = false, wording = NULL
WHERE candidate_id = $1 AND owner_id = $2 AND agreed IS NOT FALSE;
