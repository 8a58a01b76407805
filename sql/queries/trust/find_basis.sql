SELECT id FROM verification_basis WHERE content = $1;
