-- $2: the wording agreed to; NULL takes the consent back.
UPDATE candidate
SET shown_to_employers_at = CASE WHEN $2::text IS NULL THEN NULL
                                 WHEN shown_to_employers_wording = $2 THEN shown_to_employers_at
                                 ELSE now() END,
    shown_to_employers_wording = $2
WHERE id = $1
RETURNING id;
