INSERT INTO verification_basis (content) VALUES ($1)
ON CONFLICT (content) DO NOTHING
RETURNING id;
