SELECT revision, state, day, reason, changes
FROM posting_history
WHERE posting_id = $1
ORDER BY revision;
