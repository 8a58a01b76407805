SELECT wish.time_zone, wish.hour, rounds.candidate_id, rounds.scope
FROM mail_wish AS wish
LEFT JOIN round_wish AS rounds USING (account_id)
WHERE wish.account_id = $1;
