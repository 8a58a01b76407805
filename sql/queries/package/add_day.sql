-- Of package $1: on day $2 is due $3.
INSERT INTO application_day (application_id, candidate_id, owner_id, package_id, due_on, words)
SELECT application_id, candidate_id, owner_id, id, $2, $3 FROM application_package WHERE id = $1;
