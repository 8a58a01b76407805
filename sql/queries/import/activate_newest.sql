-- Of one day, what was imported comes before what ships, and the later import before the earlier.
UPDATE reference_import SET active = true
WHERE id = (
    SELECT id FROM reference_import
    WHERE kind = $1 AND list = $2
    ORDER BY published_on DESC, shipped, id DESC
    LIMIT 1
);
