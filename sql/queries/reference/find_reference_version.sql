SELECT sha256 FROM reference_version WHERE name = $1;
