SELECT source, field, reason, count(*)
FROM quarantine
GROUP BY source, field, reason
ORDER BY count(*) DESC, source, field, reason
LIMIT 100;
