SELECT kind, arguments::text, state, attempts, progress::text, error FROM job WHERE id = $1;
