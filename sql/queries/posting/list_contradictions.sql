-- What no single constraint can hold, and constraints that were never checked; at most 100.
SELECT fault FROM (
    SELECT 'posting ' || posting.id || ' has no raw record' AS fault
    FROM posting
    LEFT JOIN posting_record ON posting_record.posting_id = posting.id
    WHERE posting_record.posting_id IS NULL
    UNION ALL
    SELECT 'posting ' || posting.id || ' has no lifecycle'
    FROM posting
    LEFT JOIN posting_lifecycle ON posting_lifecycle.posting_id = posting.id
    WHERE posting_lifecycle.posting_id IS NULL
    UNION ALL
    SELECT 'posting ' || posting.id || ' has no history of its revision ' || posting.revision
    FROM posting
    WHERE NOT EXISTS (
        SELECT FROM posting_history
        WHERE posting_history.posting_id = posting.id AND posting_history.revision <= posting.revision
    )
    UNION ALL
    SELECT 'posting ' || posting.id || ' is of revision ' || posting.revision
        || ', which is not yet given'
    FROM posting
    JOIN revision_counter ON posting.revision > revision_counter.revision
    UNION ALL
    SELECT 'posting ' || posting.id || ' is verified and has no place'
    FROM posting
    WHERE posting.verified AND NOT EXISTS (
        SELECT FROM posting_place WHERE posting_place.posting_id = posting.id
    )
    UNION ALL
    SELECT 'posting ' || posting.id || ' is verified and in quarantine'
    FROM posting
    JOIN quarantine ON quarantine.posting_id = posting.id
    WHERE posting.verified
    UNION ALL
    SELECT 'posting ' || posting.id || ' is held back and has no reason in quarantine'
    FROM posting
    WHERE NOT posting.verified AND NOT EXISTS (
        SELECT FROM quarantine WHERE quarantine.posting_id = posting.id
    )
    UNION ALL
    SELECT 'constraint ' || conname || ' was never checked'
    FROM pg_constraint
    WHERE NOT convalidated AND connamespace = 'public'::regnamespace
) AS faults
LIMIT 100;
