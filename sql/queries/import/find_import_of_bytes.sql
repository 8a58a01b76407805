SELECT id FROM reference_import WHERE kind = $1 AND sha256 = $2 AND NOT shipped;
