-- Candidate $3 of principal $1, whose firm is $2.
SELECT id, owner_id, document, version FROM own_candidate($1, $2, $3);
