-- The same work that waits or runs is the same job; touching it makes its id come back.
INSERT INTO job (kind, arguments) VALUES ($1, $2)
ON CONFLICT (kind, arguments) WHERE state IN ('waiting', 'running') DO UPDATE SET kind = excluded.kind
RETURNING id;
