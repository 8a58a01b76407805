SELECT id, name FROM firm WHERE strpos(folded(name), folded($1)) > 0 ORDER BY folded(name) COLLATE "C", id LIMIT $2;
