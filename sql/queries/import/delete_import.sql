DELETE FROM reference_import WHERE id = $1;
