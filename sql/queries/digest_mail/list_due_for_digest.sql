-- Who is due a digest at $1 (seconds since 1970), after account $2 (NULL: from the first), at most $3: agreed, confirmed,
-- none in the last 24 hours and none on this day of theirs, their hour has come, and there is news. $4: the rounds that may
-- be news, [{number, held_on}...].
SELECT account.id, account.email, account.language, here.at::date, extract(epoch FROM consent.since)::bigint, consent.matches,
    rounds.candidate_id, candidate.document::text, rounds.scope = 'all', rounds.since,
    (SELECT json_agg(number) FROM told_round WHERE told_round.account_id = account.id)
FROM account
JOIN mail_wish AS wish ON wish.account_id = account.id
CROSS JOIN LATERAL (SELECT to_timestamp($1) AT TIME ZONE wish.time_zone AS at) AS here
JOIN LATERAL (
    SELECT min(given_at) AS since, bool_or(kind = 'matches') AS matches, bool_or(kind = 'rounds') AS rounds
    FROM mail_consent
    WHERE mail_consent.account_id = account.id AND withdrawn_at IS NULL) AS consent ON consent.since IS NOT NULL
LEFT JOIN round_wish AS rounds ON rounds.account_id = account.id AND consent.rounds
LEFT JOIN candidate ON candidate.id = rounds.candidate_id
WHERE ($2::uuid IS NULL OR account.id > $2)
  AND account.email_verified_at IS NOT NULL AND account.disabled_at IS NULL
  AND extract(hour FROM here.at) >= wish.hour
  AND NOT EXISTS (
      SELECT FROM mail_digest AS last
      WHERE last.account_id = account.id
        AND (last.state = 'waiting' OR last.day >= here.at::date
             OR (last.handed_at AT TIME ZONE wish.time_zone)::date >= here.at::date
             OR coalesce(last.handed_at, last.queued_at) > to_timestamp($1) - interval '24 hours'))
  AND (consent.matches AND EXISTS (
           SELECT FROM saved_search AS search
           JOIN alert_digest AS found ON found.saved_search_id = search.id
           WHERE search.owner_id = account.id::text AND search.notify AND found.id > wish.digest_after
             AND NOT EXISTS (SELECT FROM mailed_alert WHERE alert_digest_id = found.id))
       OR EXISTS (
           SELECT FROM json_to_recordset($4) AS news (number text, held_on date)
           WHERE news.held_on >= rounds.since
             AND NOT EXISTS (SELECT FROM told_round AS told
                             WHERE told.account_id = account.id AND told.number = news.number)))
ORDER BY account.id
LIMIT $3;
