-- Candidates that nobody has used since day $1, and lines of readings before day $2; NULL: none.
SELECT (SELECT count(*) FROM candidate
        WHERE used_on < $1::date AND NOT EXISTS (
            SELECT FROM candidate_access AS line
            WHERE line.candidate_id = candidate.id AND line.viewer_role = 'advisor' AND line.seen_at >= $1::date)),
    (SELECT count(*) FROM candidate_access WHERE seen_at < $2::date);
