-- $1: rows. What a source says of being open is kept where the new verdicts bring no news of it.
INSERT INTO posting_trust AS kept
    (posting_id, verdicts, statements, details, verified_on, basis_id, expires_on, live_state, live_on, live_evidence, live_until, review_id)
SELECT posting_id, verdicts, coalesce(statements, ''), details, verified_on, basis_id, expires_on, live_state, live_on, live_evidence, live_until,
       coalesce(review_id, 0)
FROM json_populate_recordset(NULL::posting_trust, $1)
ON CONFLICT (posting_id) DO UPDATE SET
    verdicts = excluded.verdicts,
    statements = excluded.statements,
    details = excluded.details,
    verified_on = excluded.verified_on,
    basis_id = excluded.basis_id,
    expires_on = excluded.expires_on,
    live_state = coalesce(excluded.live_state, kept.live_state),
    live_on = coalesce(excluded.live_on, kept.live_on),
    live_evidence = coalesce(excluded.live_evidence, kept.live_evidence),
    live_until = CASE WHEN excluded.live_on IS NULL THEN kept.live_until ELSE excluded.live_until END,
    review_id = greatest(kept.review_id, excluded.review_id);
