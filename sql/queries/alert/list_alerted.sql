-- Of searches $1 (an array), what of the arrivals after revision $2 and up to $3 they have been told of already.
SELECT saved_search_id, posting_id
FROM alerted_posting
WHERE saved_search_id = ANY (ARRAY(SELECT json_array_elements_text($1)::uuid))
  AND posting_id IN (
      SELECT posting_id
      FROM posting_history
      WHERE revision > $2 AND revision <= $3 AND state IN ('new', 'released', 'renewed', 'back_again'));
