-- Throws at a name that PostgreSQL does not know.
SELECT now() AT TIME ZONE $1;
