-- Who is called $2 for posting $1, without who they are.
SELECT shown.id, shown.document::text
FROM candidate_alias AS alias
JOIN shown_candidate AS shown ON shown.id = alias.candidate_id
WHERE alias.posting_id = $1 AND alias.alias = $2;
