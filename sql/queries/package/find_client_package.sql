-- Of which application package $1 is, where its candidate lets the advisor's firm read.
SELECT application_id FROM client_package WHERE id = $1;
