-- What every check says of a posting, until when that counts, and what people decide about it.
SET LOCAL ROLE jobscout_owner;

-- What a posting was verified against. Many postings share one row: it is the same for all that one
-- run verified, until a list or a rule changes.
CREATE TABLE verification_basis (
    id      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT verification_basis_pkey PRIMARY KEY,
    content text   NOT NULL CONSTRAINT verification_basis_content_unique UNIQUE
                   CONSTRAINT verification_basis_content_form CHECK (json_typeof(content::json) = 'object')
);
COMMENT ON COLUMN verification_basis.content IS
    'The version of the checks, and of each list that was looked up its name, day of publication and last day: JSON with sorted keys.';

CREATE TABLE posting_trust (
    posting_id    bigint CONSTRAINT posting_trust_pkey PRIMARY KEY
                         CONSTRAINT posting_trust_posting_id_fkey REFERENCES posting (id),
    verdicts      text   NOT NULL CONSTRAINT posting_trust_verdicts_form CHECK (verdicts ~ '^[pwfui]*$'),
    statements    text   NOT NULL DEFAULT '',
    details       json   COMPRESSION lz4 CONSTRAINT posting_trust_details_listed CHECK (json_typeof(details) = 'array'),
    verified_on   date   NOT NULL,
    basis_id      bigint CONSTRAINT posting_trust_basis_id_fkey REFERENCES verification_basis (id),
    expires_on    date,
    live_state    text   CONSTRAINT posting_trust_live_state_known CHECK (live_state IN ('live', 'closed', 'uncertain')),
    live_on       date,
    live_evidence text,
    live_until    date,
    review_id     bigint NOT NULL DEFAULT 0,
    CONSTRAINT posting_trust_liveness_whole CHECK (num_nulls(live_state, live_on, live_evidence) IN (0, 3)),
    CONSTRAINT posting_trust_live_until_seen CHECK (live_until IS NULL OR live_on IS NOT NULL)
);
COMMENT ON TABLE posting_trust IS 'The verdicts on a posting, one packed row each.';
COMMENT ON COLUMN posting_trust.verdicts IS
    'One letter a check in the order of indexer/verification: pass, warn, fail, unknown, info. A check that came later than the row reads unknown.';
COMMENT ON COLUMN posting_trust.statements IS 'Which of its statements a check makes by its letter, where it has several: "6 absent,12 no_list".';
COMMENT ON COLUMN posting_trust.details IS
    'What was found, in the form of indexer/trust: of warn, fail and info with the quote or row, of others the values only. NULL: nothing.';
COMMENT ON COLUMN posting_trust.expires_on IS 'Last day on which all that the lists say counts; NULL: no list was asked.';
COMMENT ON COLUMN posting_trust.live_until IS 'Last day on which its source''s word that it is open counts; NULL: its source is not fetched.';
COMMENT ON COLUMN posting_trust.review_id IS 'The last decision of a reviewer that these verdicts know of.';
CREATE INDEX posting_trust_by_expiry ON posting_trust (least(expires_on, live_until)) WHERE least(expires_on, live_until) IS NOT NULL;
CREATE INDEX posting_trust_by_basis ON posting_trust (basis_id);

INSERT INTO posting_trust (posting_id, verdicts, verified_on)
SELECT posting_id, '', (fetched_at AT TIME ZONE 'UTC')::date FROM posting_record;
ALTER TABLE posting_record DROP COLUMN checks;

ALTER TABLE posting ADD COLUMN evidence_lapsed_on date;
COMMENT ON COLUMN posting.evidence_lapsed_on IS
    'Since when it is not served because its evidence ran out and could not be renewed; NULL: it counts.';

ALTER TABLE posting_history
    DROP CONSTRAINT posting_history_state_known,
    ADD CONSTRAINT posting_history_state_known CHECK (state IN
        ('new', 'changed', 'held_back', 'released', 'closed', 'gone', 'back_again', 'lapsed', 'renewed'));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is appended to and never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER posting_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What candidates report, without who they are.
CREATE TABLE posting_report (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_report_pkey PRIMARY KEY,
    posting_id bigint      NOT NULL CONSTRAINT posting_report_posting_id_fkey REFERENCES posting (id),
    kind       text        NOT NULL CONSTRAINT posting_report_kind_known CHECK (kind IN
        ('fee_asked', 'personal_data_asked', 'fake_employer', 'closed', 'wrong_details', 'discrimination', 'other')),
    words      text        NOT NULL CONSTRAINT posting_report_words_short CHECK (length(words) <= 1000),
    made_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX posting_report_by_posting ON posting_report (posting_id);
COMMENT ON TABLE posting_report IS 'Problems that readers report; no name, address or session is kept.';

-- What reviewers decide.
CREATE TABLE posting_review (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_review_pkey PRIMARY KEY,
    posting_id bigint      NOT NULL CONSTRAINT posting_review_posting_id_fkey REFERENCES posting (id),
    decision   text        NOT NULL CONSTRAINT posting_review_decision_known CHECK (decision IN ('confirm', 'clear', 'reject', 'note')),
    check_name text        NOT NULL,
    sha256     text        NOT NULL CONSTRAINT posting_review_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    reviewer   text        NOT NULL CONSTRAINT posting_review_signed CHECK (reviewer <> ''),
    words      text        NOT NULL CONSTRAINT posting_review_words_short CHECK (length(words) <= 1000),
    made_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT posting_review_of_check CHECK ((decision IN ('confirm', 'clear')) = (check_name <> ''))
);
CREATE INDEX posting_review_by_posting ON posting_review (posting_id);
CREATE TRIGGER posting_review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting_review
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE posting_review IS 'Decisions of reviewers, appended and never rewritten.';
COMMENT ON COLUMN posting_review.decision IS
    'confirm: the finding of the check stands. clear: it is wrong. reject: the posting must not be served. note: words only.';
COMMENT ON COLUMN posting_review.sha256 IS 'Of the record that was looked at: a decision does not hold for another.';

-- A finding is cleared when two people say so of the same record; a rejection when two people have
-- cleared the check `review` since.
CREATE VIEW cleared_check AS
SELECT posting_id, check_name, sha256
FROM posting_review
WHERE decision = 'clear' AND id > coalesce((
        SELECT max(other.id) FROM posting_review AS other
        WHERE other.posting_id = posting_review.posting_id
          AND (other.decision = 'confirm' AND other.check_name = posting_review.check_name
               OR other.decision = 'reject' AND posting_review.check_name = 'review')), 0)
GROUP BY posting_id, check_name, sha256
HAVING count(DISTINCT reviewer) >= 2;
COMMENT ON VIEW cleared_check IS 'Findings that two different people have called wrong, with nobody upholding them since.';

CREATE VIEW rejected_posting AS
SELECT DISTINCT posting_id
FROM posting_review
WHERE decision = 'reject' AND NOT EXISTS (
    SELECT FROM cleared_check
    JOIN posting_record USING (posting_id, sha256)
    WHERE cleared_check.posting_id = posting_review.posting_id AND cleared_check.check_name = 'review');
COMMENT ON VIEW rejected_posting IS
    'Postings that a reviewer has taken out; whatever record of them comes later, until two have looked at that.';

-- The API reads as a role that sees verified postings only, whatever its queries ask for; the
-- ranking columns, which must learn what to drop, and the reviewers' queue say that they see all.
ALTER TABLE posting ENABLE ROW LEVEL SECURITY;
CREATE POLICY posting_verified ON posting FOR SELECT TO jobscout_api
    USING ((verified AND evidence_lapsed_on IS NULL)
           OR current_setting('jobscout.sees_unverified', true) = 'on');

-- A rejection counts at once; only the indexer lets a posting back in, when it verifies it again.
CREATE FUNCTION take_out(rejected bigint, day date, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    next_revision bigint;
BEGIN
    PERFORM FROM rejected_posting WHERE posting_id = rejected;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'posting % is not rejected', rejected;
    END IF;
    -- What is out already takes no revision.
    UPDATE revision_counter SET revision = revision + 1
    WHERE EXISTS (SELECT FROM posting WHERE id = rejected AND verified)
    RETURNING revision INTO next_revision;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    UPDATE posting SET verified = false, revision = next_revision WHERE id = rejected AND verified;
    IF FOUND THEN
        INSERT INTO posting_history (posting_id, revision, state, day, reason)
        VALUES (rejected, next_revision, 'held_back', take_out.day, why);
        INSERT INTO quarantine (source, file, line, field, reason, sha256, posting_id)
        SELECT posting.source, record.file, record.line, '', why, record.sha256, posting.id
        FROM posting JOIN posting_record AS record ON record.posting_id = posting.id
        WHERE posting.id = rejected
        ON CONFLICT (posting_id) DO UPDATE SET field = excluded.field, reason = excluded.reason;
    END IF;
END
$$;
REVOKE ALL ON FUNCTION take_out FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_out TO jobscout_api;

GRANT SELECT ON verification_basis, posting_trust, posting_report, posting_review, cleared_check, rejected_posting TO jobscout_api;
GRANT INSERT (posting_id, kind, words) ON posting_report TO jobscout_api;
GRANT INSERT (posting_id, decision, check_name, sha256, reviewer, words) ON posting_review TO jobscout_api;
