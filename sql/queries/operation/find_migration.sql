-- The number of the last migration that the database has.
SELECT coalesce(max(number), 0) FROM schema_migration;
