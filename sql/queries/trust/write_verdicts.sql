-- $1: rows. What a source says of being open is kept where the new verdicts bring no news of it. So is what the page of the
-- employer said, if it is the same page; verdicts that were made without knowing of it are due to be made anew.
INSERT INTO posting_trust AS kept
    (posting_id, verdicts, statements, details, verified_on, basis_id, expires_on, live_state, live_on, live_evidence, live_until,
     employer_page, employer_state, employer_on, employer_evidence, employer_until, review_id)
SELECT posting_id, verdicts, coalesce(statements, ''), details, verified_on, basis_id, expires_on, live_state, live_on, live_evidence, live_until,
       employer_page, employer_state, employer_on, employer_evidence, employer_until, coalesce(review_id, 0)
FROM json_populate_recordset(NULL::posting_trust, $1)
ON CONFLICT (posting_id) DO UPDATE SET
    verdicts = excluded.verdicts,
    statements = excluded.statements,
    details = excluded.details,
    verified_on = excluded.verified_on,
    basis_id = CASE WHEN keeps_answer(kept, excluded) THEN NULL ELSE excluded.basis_id END,
    expires_on = excluded.expires_on,
    live_state = coalesce(excluded.live_state, kept.live_state),
    live_on = coalesce(excluded.live_on, kept.live_on),
    live_evidence = coalesce(excluded.live_evidence, kept.live_evidence),
    live_until = CASE WHEN excluded.live_on IS NULL THEN kept.live_until ELSE excluded.live_until END,
    employer_page = excluded.employer_page,
    employer_state = CASE WHEN keeps_answer(kept, excluded) THEN kept.employer_state ELSE excluded.employer_state END,
    employer_on = CASE WHEN keeps_answer(kept, excluded) THEN kept.employer_on ELSE excluded.employer_on END,
    employer_evidence = CASE WHEN keeps_answer(kept, excluded) THEN kept.employer_evidence ELSE excluded.employer_evidence END,
    employer_until = CASE WHEN keeps_answer(kept, excluded) THEN kept.employer_until ELSE excluded.employer_until END,
    review_id = greatest(kept.review_id, excluded.review_id);
