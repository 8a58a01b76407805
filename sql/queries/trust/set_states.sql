-- $1: rows of id, verified and evidence_lapsed_on; $2: their revision.
UPDATE posting
SET verified = given.verified, evidence_lapsed_on = given.evidence_lapsed_on, revision = $2
FROM json_to_recordset($1) AS given (id bigint, verified boolean, evidence_lapsed_on date)
WHERE posting.id = given.id;
