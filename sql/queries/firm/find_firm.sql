SELECT name FROM firm WHERE id = $1;
