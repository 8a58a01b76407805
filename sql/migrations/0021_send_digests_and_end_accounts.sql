-- People agree to be mailed new postings and new rounds, in one digest a day at most; accounts are
-- closed by their owner or an operator, and what has had its time is removed.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE mail_consent (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT mail_consent_pkey PRIMARY KEY,
    account_id   uuid        NOT NULL CONSTRAINT mail_consent_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    kind         text        NOT NULL CONSTRAINT mail_consent_kind_known CHECK (kind IN ('matches', 'rounds')),
    wording      text        NOT NULL CONSTRAINT mail_consent_worded CHECK (wording <> ''),
    language     text        NOT NULL CONSTRAINT mail_consent_language_known CHECK (language IN ('en', 'fr')),
    given_at     timestamptz NOT NULL,
    withdrawn_at timestamptz CONSTRAINT mail_consent_ends_after CHECK (withdrawn_at >= given_at)
);
CREATE UNIQUE INDEX mail_consent_open ON mail_consent (account_id, kind) WHERE withdrawn_at IS NULL;
CREATE INDEX mail_consent_by_account ON mail_consent (account_id, id);
COMMENT ON TABLE mail_consent IS 'Which mail somebody agreed to; a line each time, never changed but for its end.';
COMMENT ON COLUMN mail_consent.wording IS 'Which words they agreed to (consent.* of services/wire/messages).';
COMMENT ON COLUMN mail_consent.language IS 'In which the words were shown.';
CREATE TRIGGER mail_consent_ends_once BEFORE UPDATE ON mail_consent
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end();
CREATE TRIGGER mail_consent_append_only BEFORE TRUNCATE ON mail_consent
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE mail_wish (
    account_id   uuid     NOT NULL CONSTRAINT mail_wish_pkey PRIMARY KEY
                          CONSTRAINT mail_wish_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    time_zone    text     NOT NULL CONSTRAINT mail_wish_time_zone_form CHECK (time_zone ~ '^[A-Za-z][A-Za-z0-9_+/-]{0,49}$'),
    hour         smallint NOT NULL CONSTRAINT mail_wish_hour_range CHECK (hour BETWEEN 0 AND 23),
    digest_after bigint   NOT NULL
);
COMMENT ON TABLE mail_wish IS 'When the digest of an account goes.';
COMMENT ON COLUMN mail_wish.hour IS 'From which hour of the day of that time zone on.';
COMMENT ON COLUMN mail_wish.digest_after IS 'What was found before they agreed (alert_digest.id) is no news.';

CREATE TABLE round_wish (
    account_id   uuid NOT NULL CONSTRAINT round_wish_pkey PRIMARY KEY
                      CONSTRAINT round_wish_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    owner_id     text GENERATED ALWAYS AS (account_id::text) STORED,
    candidate_id uuid NOT NULL,
    scope        text NOT NULL CONSTRAINT round_wish_scope_known CHECK (scope IN ('own', 'all')),
    since        date NOT NULL,
    CONSTRAINT round_wish_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE
);
CREATE INDEX round_wish_by_candidate ON round_wish (candidate_id);
COMMENT ON TABLE round_wish IS 'Whose score is held against new rounds, and which rounds are told; without this line, none.';
COMMENT ON COLUMN round_wish.scope IS 'own: rounds that could invite the candidate. all: every one.';
COMMENT ON COLUMN round_wish.since IS 'Rounds of earlier days are no news.';

CREATE TABLE told_round (
    account_id uuid NOT NULL CONSTRAINT told_round_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    number     text NOT NULL,
    CONSTRAINT told_round_pkey PRIMARY KEY (account_id, number)
);
COMMENT ON TABLE told_round IS 'A round is told once: those since round_wish.since that are no news any more.';

CREATE TABLE mail_digest (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT mail_digest_pkey PRIMARY KEY,
    account_id uuid        NOT NULL CONSTRAINT mail_digest_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    day        date        NOT NULL,
    queued_at  timestamptz NOT NULL,
    handed_at  timestamptz,
    state      text        NOT NULL DEFAULT 'waiting' CONSTRAINT mail_digest_state_known CHECK (state IN
        ('waiting', 'sent', 'unknown', 'given_up', 'withdrawn')),
    CONSTRAINT mail_digest_one_a_day UNIQUE (account_id, day),
    CONSTRAINT mail_digest_sent_by_hand CHECK (state NOT IN ('sent', 'unknown') OR handed_at IS NOT NULL)
);
CREATE UNIQUE INDEX mail_digest_one_on_its_way ON mail_digest (account_id) WHERE state = 'waiting';
CREATE INDEX mail_digest_by_age ON mail_digest (queued_at);
COMMENT ON TABLE mail_digest IS 'That a digest went to an account, and when; what stood in it is not kept.';
COMMENT ON COLUMN mail_digest.day IS 'In the time zone of the account.';
COMMENT ON COLUMN mail_digest.handed_at IS 'Written before the mail server gets it: what ends without a word is not sent again.';
COMMENT ON COLUMN mail_digest.state IS 'unknown: it may have been sent, and whoever sent it ended. withdrawn: the consent was, before it went.';

CREATE TABLE mailed_alert (
    alert_digest_id bigint NOT NULL CONSTRAINT mailed_alert_pkey PRIMARY KEY
                           CONSTRAINT mailed_alert_alert_digest_id_fkey REFERENCES alert_digest (id) ON DELETE CASCADE
);
COMMENT ON TABLE mailed_alert IS 'What was found for a saved search goes into one mail.';

ALTER TABLE mail_outbox ADD COLUMN digest_id bigint CONSTRAINT mail_outbox_digest_unique UNIQUE
    CONSTRAINT mail_outbox_digest_id_fkey REFERENCES mail_digest (id) ON DELETE CASCADE;
COMMENT ON COLUMN mail_outbox.digest_id IS 'NULL: mail about the account itself.';

CREATE TABLE account_decision (
    id          bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT account_decision_pkey PRIMARY KEY,
    account_id  uuid        NOT NULL CONSTRAINT account_decision_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    decision    text        NOT NULL CONSTRAINT account_decision_known CHECK (decision IN ('disable', 'enable')),
    reason      text        NOT NULL CONSTRAINT account_decision_reasoned CHECK (length(reason) BETWEEN 1 AND 500),
    operator_id text        NOT NULL CONSTRAINT account_decision_signed CHECK (operator_id <> ''),
    decided_at  timestamptz NOT NULL
);
CREATE INDEX account_decision_by_account ON account_decision (account_id, id);
COMMENT ON TABLE account_decision IS 'Each time an operator disabled or enabled an account, and why; appended and never changed.';
CREATE TRIGGER account_decision_append_only BEFORE UPDATE OR TRUNCATE ON account_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE account_deletion (
    id_sha256  text NOT NULL CONSTRAINT account_deletion_form CHECK (id_sha256 ~ '^[0-9a-f]{64}$'),
    deleted_on date NOT NULL
);
COMMENT ON TABLE account_deletion IS
    'That an account was deleted, and when: so that it is deleted again from a copy that is restored. Nothing else is kept.';

-- An operator disables and enables accounts without reading them.
CREATE FUNCTION decide_account(decided uuid, verdict text, why text, operator text, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asker text := current_setting('jobscout.principal', true);
BEGIN
    IF current_setting('jobscout.opens_accounts', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'only an operator decides about accounts' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE account SET disabled_at = CASE WHEN verdict = 'disable' THEN coalesce(disabled_at, at) END WHERE id = decided;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM set_config('jobscout.principal', decided::text, true);
    INSERT INTO account_decision (account_id, decision, reason, operator_id, decided_at)
    VALUES (decided, verdict, why, operator, at);
    IF verdict = 'disable' THEN
        DELETE FROM account_session WHERE account_id = decided;
        DELETE FROM account_device WHERE account_id = decided;
    END IF;
    PERFORM set_config('jobscout.principal', coalesce(asker, ''), true);
    RETURN true;
END
$$;
REVOKE ALL ON FUNCTION decide_account FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decide_account TO jobscout_api;

ALTER TABLE mail_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_consent FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_wish FORCE ROW LEVEL SECURITY;
ALTER TABLE round_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE round_wish FORCE ROW LEVEL SECURITY;
ALTER TABLE told_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE told_round FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_digest ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_digest FORCE ROW LEVEL SECURITY;
ALTER TABLE mailed_alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE mailed_alert FORCE ROW LEVEL SECURITY;
ALTER TABLE account_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_decision FORCE ROW LEVEL SECURITY;

CREATE POLICY mail_consent_of_account ON mail_consent
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY mail_consent_for_worker ON mail_consent FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY mail_wish_of_account ON mail_wish
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY mail_wish_for_worker ON mail_wish FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY round_wish_of_account ON round_wish
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY round_wish_for_worker ON round_wish FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY told_round_of_account ON told_round
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY told_round_for_worker ON told_round TO jobscout_worker USING (true);
CREATE POLICY mail_digest_of_account ON mail_digest FOR SELECT
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY mail_digest_for_worker ON mail_digest TO jobscout_worker USING (true);
CREATE POLICY mailed_alert_for_worker ON mailed_alert TO jobscout_worker USING (true);
CREATE POLICY account_decision_of_account ON account_decision
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY account_decision_for_operator ON account_decision FOR SELECT
    USING (current_setting('jobscout.opens_accounts', true) = 'on');

-- The worker reads to whom it writes, and no secret of theirs; it makes the secrets that end mail.
CREATE POLICY account_for_worker ON account FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY account_token_unsubscribe ON account_token FOR INSERT TO jobscout_worker WITH CHECK (purpose = 'unsubscribe');
GRANT SELECT (id, email, language, email_verified_at, disabled_at, created_at) ON account TO jobscout_worker;
GRANT INSERT (sha256, account_id, purpose, expires_at) ON account_token TO jobscout_worker;

-- What has had its time; the worker has to say which day that is.
CREATE POLICY account_removed_by_worker ON account FOR DELETE TO jobscout_worker USING (true);
CREATE POLICY account_removed_unconfirmed ON account AS RESTRICTIVE FOR DELETE TO jobscout_worker
    USING (email_verified_at IS NULL AND created_at < nullif(current_setting('jobscout.unconfirmed_before', true), '')::date);
CREATE POLICY account_session_for_worker ON account_session FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY account_session_removed_by_worker ON account_session FOR DELETE TO jobscout_worker
    USING (least(idle_expires_at, expires_at) < nullif(current_setting('jobscout.expired_before', true), '')::date);
CREATE POLICY account_device_for_worker ON account_device FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY account_device_removed_by_worker ON account_device FOR DELETE TO jobscout_worker
    USING (expires_at < nullif(current_setting('jobscout.expired_before', true), '')::date);
CREATE POLICY account_token_for_worker ON account_token FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY account_token_removed_by_worker ON account_token FOR DELETE TO jobscout_worker
    USING (expires_at < nullif(current_setting('jobscout.expired_before', true), '')::date);
CREATE POLICY mail_digest_kept_for_a_time ON mail_digest AS RESTRICTIVE FOR DELETE TO jobscout_worker
    USING (state <> 'waiting' AND queued_at < nullif(current_setting('jobscout.mailed_before', true), '')::date);
CREATE INDEX account_unconfirmed ON account (created_at) WHERE email_verified_at IS NULL;
CREATE INDEX account_session_by_end ON account_session (least(idle_expires_at, expires_at));
CREATE INDEX account_token_by_end ON account_token (expires_at);

-- An account goes by itself, or by the worker; nobody deletes that of another.
CREATE POLICY account_deleted_by_itself ON account AS RESTRICTIVE FOR DELETE TO jobscout_api
    USING (id::text = current_setting('jobscout.principal', true));

-- What of candidates the advisors of a firm that may read them see in a list.
ALTER TABLE candidate_access DROP CONSTRAINT candidate_access_what_known;
ALTER TABLE candidate_access ADD CONSTRAINT candidate_access_what_known CHECK (what IN
    ('document', 'matches', 'replaced', 'listed', 'shown', 'contact', 'decision'));
COMMENT ON COLUMN candidate_access.what IS
    'document: it was read. matches: they were worked out. replaced: the document was. listed: its name stood in a list. shown: the fit with a posting, without who it is. contact: name and contact. decision: an employer''s, with its explanation, as the candidate asked.';
DROP POLICY candidate_access_by_firm ON candidate_access;
CREATE POLICY candidate_access_by_firm ON candidate_access FOR INSERT TO jobscout_api
    WITH CHECK (viewer_role = 'advisor' AND viewer_id = current_setting('jobscout.principal', true)
                AND viewer_name = current_setting('jobscout.firm', true)
                AND what IN ('document', 'matches', 'replaced', 'listed')
                AND EXISTS (SELECT FROM candidate_firm_consent AS consent
                            WHERE consent.candidate_id = candidate_access.candidate_id
                              AND consent.owner_id = candidate_access.owner_id
                              AND consent.firm = current_setting('jobscout.firm', true) AND consent.withdrawn_at IS NULL
                              AND (consent.may_replace OR candidate_access.what <> 'replaced')));
CREATE INDEX candidate_firm_consent_by_firm ON candidate_firm_consent (firm, id) WHERE withdrawn_at IS NULL;

GRANT SELECT, INSERT (account_id, kind, wording, language, given_at), UPDATE (withdrawn_at) ON mail_consent TO jobscout_api;
GRANT SELECT, INSERT, UPDATE (time_zone, hour, digest_after) ON mail_wish TO jobscout_api;
GRANT SELECT, INSERT (account_id, candidate_id, scope, since), UPDATE (candidate_id, scope, since), DELETE ON round_wish TO jobscout_api;
GRANT SELECT, INSERT, DELETE ON told_round TO jobscout_api;
GRANT SELECT, INSERT ON told_round TO jobscout_worker;
GRANT SELECT ON mail_digest, account_decision TO jobscout_api;
GRANT DELETE ON account TO jobscout_api, jobscout_worker;
GRANT INSERT ON account_deletion TO jobscout_api;
GRANT SELECT ON mail_consent TO jobscout_worker;
GRANT SELECT ON mail_wish, round_wish TO jobscout_worker;
GRANT SELECT, INSERT (account_id, day, queued_at), UPDATE (handed_at, state), DELETE ON mail_digest TO jobscout_worker;
GRANT SELECT, INSERT ON mailed_alert TO jobscout_worker;
GRANT INSERT (recipient, language, subject, body, unsubscribe_url, digest_id) ON mail_outbox TO jobscout_worker;
GRANT SELECT (idle_expires_at, expires_at, id), DELETE ON account_session TO jobscout_worker;
GRANT SELECT (expires_at, sha256), DELETE ON account_device, account_token TO jobscout_worker;
GRANT SELECT ON round, imported_round TO jobscout_worker;
