-- Request $3 to candidate $1 of owner $2; $5: the words agreed to, NULL where not.
UPDATE candidate_agreement
SET answered_at = now(), agreed = $4, wording = $5
WHERE id = $3 AND candidate_id = $1 AND owner_id = $2
RETURNING id;
