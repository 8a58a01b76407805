-- All of them where $2 is NULL.
DELETE FROM account_session WHERE account_id = $1 AND ($2::uuid IS NULL OR id <> $2);
