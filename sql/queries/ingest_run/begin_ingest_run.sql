INSERT INTO ingest_run (source, file, day) VALUES ($1, $2, $3::date) RETURNING id;
