UPDATE reference_import SET active = false WHERE kind = $1 AND list = $2 AND active;
