-- At most $2 candidates that neither their owner nor an advisor has used since day $1; noted as of day $3.
WITH gone AS (
    DELETE FROM candidate
    WHERE id IN (
        SELECT id FROM candidate
        WHERE used_on < $1::date AND NOT EXISTS (
            SELECT FROM candidate_access AS line
            WHERE line.candidate_id = candidate.id AND line.viewer_role = 'advisor' AND line.seen_at >= $1::date)
        ORDER BY id
        LIMIT $2)
    RETURNING id
), noted AS (
    INSERT INTO candidate_deletion (id_sha256, deleted_on)
    SELECT encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), $3::date FROM gone
)
SELECT count(*) FROM gone;
