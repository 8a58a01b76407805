-- Which of candidates $1 (an array) agree to be shown.
SELECT id FROM candidate
WHERE shown_to_employers_at IS NOT NULL AND id IN (SELECT json_array_elements_text($1)::uuid);
