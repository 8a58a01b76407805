-- $1: array of ids.
UPDATE saved_search SET revision_seen = greatest(revision_seen, $2)
WHERE id = ANY (ARRAY(SELECT json_array_elements_text($1)::uuid));
