-- About account $1, the newest first.
SELECT decision, reason, operator_id, extract(epoch FROM decided_at)::bigint
FROM account_decision
WHERE account_id = $1
ORDER BY id DESC;
