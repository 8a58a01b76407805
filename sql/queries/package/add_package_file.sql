-- Of package $1: number $2 of its files, with name $3 and content $4.
INSERT INTO application_package_file (package_id, application_id, candidate_id, owner_id, place, name, content)
SELECT id, application_id, candidate_id, owner_id, $2, $3, $4 FROM application_package WHERE id = $1;
