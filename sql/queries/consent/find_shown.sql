-- Which of candidates $1 (an array) may be shown for the posting that is asked about.
SELECT id FROM shown_candidate WHERE id = ANY (ARRAY(SELECT json_array_elements_text($1)::uuid));
