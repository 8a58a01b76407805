-- The aliases of candidates $2 (an array) for posting $1, in their order; made where there is none yet.
WITH asked AS (
    SELECT value::uuid AS candidate_id, ordinality FROM json_array_elements_text($2) WITH ORDINALITY
), made AS (
    INSERT INTO candidate_alias (posting_id, candidate_id)
    SELECT $1, candidate_id FROM asked
    ON CONFLICT (posting_id, candidate_id) DO UPDATE SET candidate_id = excluded.candidate_id
    RETURNING candidate_id, alias
)
SELECT made.alias FROM asked JOIN made USING (candidate_id) ORDER BY ordinality;
