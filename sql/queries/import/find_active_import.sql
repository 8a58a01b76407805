SELECT id FROM reference_import WHERE kind = $1 AND list = $2 AND active;
