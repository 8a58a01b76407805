WITH gone AS (DELETE FROM round_wish WHERE account_id = $1)
DELETE FROM told_round WHERE account_id = $1;
