-- How far a candidate has come with a posting: kept by the candidate, and by the advisors of a firm that they let
-- read. A line is added for every change and every comment and none is changed; an advisor's transaction sees an
-- application only after it has written the line by which the candidate sees that.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE application (
    id           uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT application_pkey PRIMARY KEY,
    number       bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT application_number_unique UNIQUE,
    candidate_id uuid        NOT NULL,
    owner_id     text        NOT NULL,
    posting_id   bigint      NOT NULL CONSTRAINT application_posting_id_fkey REFERENCES posting (id),
    title        text        NOT NULL,
    employer     text        NOT NULL,
    state        text        NOT NULL DEFAULT 'draft' CONSTRAINT application_state_known CHECK (state IN
        ('draft', 'in_review', 'approved', 'sent', 'interview', 'offer', 'refused', 'withdrawn')),
    due_on       date,
    due_for      text        CONSTRAINT application_due_for_short CHECK (length(due_for) BETWEEN 1 AND 100),
    version      bigint      NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    CONSTRAINT application_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE,
    CONSTRAINT application_once UNIQUE (candidate_id, posting_id),
    CONSTRAINT application_owned UNIQUE (id, candidate_id, owner_id),
    CONSTRAINT application_due_whole CHECK (num_nulls(due_on, due_for) IN (0, 2))
);
CREATE INDEX application_by_owner ON application (owner_id, number DESC);
COMMENT ON TABLE application IS 'A candidate and a posting, once; how it stands is the last line of application_event.';
COMMENT ON COLUMN application.number IS 'The order of lists.';
COMMENT ON COLUMN application.title IS 'Of the posting, as it was seen; so is employer.';
COMMENT ON COLUMN application.due_for IS 'What is due that day, in a few words.';

CREATE TABLE application_event (
    id             bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT application_event_pkey PRIMARY KEY,
    application_id uuid        NOT NULL,
    candidate_id   uuid        NOT NULL,
    owner_id       text        NOT NULL,
    kind           text        NOT NULL CONSTRAINT application_event_kind_known CHECK (kind IN ('change', 'comment')),
    state          text,
    due_on         date,
    due_for        text,
    words          text        NOT NULL CONSTRAINT application_event_words_short CHECK (length(words) <= 2000),
    actor_role     text        NOT NULL CONSTRAINT application_event_role_known CHECK (actor_role IN ('candidate', 'advisor')),
    actor_id       text        NOT NULL CONSTRAINT application_event_signed CHECK (actor_id <> ''),
    actor_firm     text,
    made_at        timestamptz NOT NULL,
    CONSTRAINT application_event_application_fkey FOREIGN KEY (application_id, candidate_id, owner_id)
        REFERENCES application (id, candidate_id, owner_id) ON DELETE CASCADE,
    CONSTRAINT application_event_whole CHECK ((kind = 'change') = (state IS NOT NULL)),
    CONSTRAINT application_event_comment_says_something CHECK (kind = 'change' OR words <> '')
);
CREATE INDEX application_event_by_application ON application_event (application_id, id DESC);
COMMENT ON TABLE application_event IS 'Each change of an application, the first being that it was made, and each comment; appended and never changed.';
COMMENT ON COLUMN application_event.state IS 'As it was from then on, as are due_on and due_for; NULL: a comment.';
COMMENT ON COLUMN application_event.words IS 'The note beside a change, or the comment.';
COMMENT ON COLUMN application_event.actor_role IS 'candidate: the owner, where they are no advisor themselves.';
CREATE TRIGGER application_event_append_only BEFORE UPDATE OR TRUNCATE ON application_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Only whose it is sends and withdraws.
CREATE FUNCTION refuse_sending_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.owner_id IS DISTINCT FROM current_setting('jobscout.principal', true) THEN
        RAISE EXCEPTION 'only the owner sends and withdraws' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER application_sent_by_owner BEFORE UPDATE OF state ON application FOR EACH ROW
    WHEN (NEW.state IN ('sent', 'withdrawn') AND NEW.state <> OLD.state) EXECUTE FUNCTION refuse_sending_of_others();

ALTER TABLE candidate_access
    DROP CONSTRAINT candidate_access_what_known,
    ADD CONSTRAINT candidate_access_what_known CHECK (what IN
        ('document', 'matches', 'replaced', 'listed', 'applications', 'shown', 'contact', 'decision'));
COMMENT ON COLUMN candidate_access.what IS
    'document: it was read. matches: they were worked out. replaced: the document was. listed: its name stood in a list. applications: one or more were read or changed. shown: the fit with a posting, without who it is. contact: name and contact. decision: an employer''s, with its explanation, as the candidate asked.';
DROP POLICY candidate_access_by_firm ON candidate_access;
CREATE POLICY candidate_access_by_firm ON candidate_access FOR INSERT TO jobscout_api
    WITH CHECK (viewer_role = 'advisor' AND viewer_id = current_setting('jobscout.principal', true)
                AND viewer_name = current_setting('jobscout.firm', true)
                AND what IN ('document', 'matches', 'replaced', 'listed', 'applications')
                AND EXISTS (SELECT FROM candidate_firm_consent AS consent
                            WHERE consent.candidate_id = candidate_access.candidate_id
                              AND consent.owner_id = candidate_access.owner_id
                              AND consent.firm = current_setting('jobscout.firm', true) AND consent.withdrawn_at IS NULL
                              AND (consent.may_replace OR candidate_access.what <> 'replaced')));

-- Whether this transaction has noted that its advisor reads the applications of this candidate.
CREATE FUNCTION reads_applications(candidate uuid, owner text) RETURNS boolean STABLE LANGUAGE sql AS $$
    SELECT EXISTS (
        SELECT FROM candidate_access AS line
        WHERE line.candidate_id = candidate AND line.owner_id = owner
          AND line.viewer_role = 'advisor' AND line.what = 'applications'
          AND line.viewer_id = current_setting('jobscout.principal', true)
          AND line.transaction = pg_current_xact_id())
$$;

-- Which applications the candidates of the advisor's firm have, and when which is due: to find those of a page
-- before they are noted and read.
CREATE VIEW client_application WITH (security_barrier) AS
SELECT application.id, application.number, application.candidate_id, application.posting_id, application.state, application.due_on
FROM application
JOIN candidate_firm_consent AS consent USING (candidate_id, owner_id)
WHERE consent.withdrawn_at IS NULL AND consent.firm = current_setting('jobscout.firm', true);

ALTER TABLE application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application FORCE ROW LEVEL SECURITY;
CREATE POLICY application_of_owner ON application FOR SELECT USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_made_by_owner ON application FOR INSERT
    WITH CHECK (owner_id = current_setting('jobscout.principal', true) AND state = 'draft');
CREATE POLICY application_changed_by_owner ON application FOR UPDATE
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_of_firm ON application FOR SELECT TO jobscout_api USING (reads_applications(candidate_id, owner_id));
CREATE POLICY application_made_by_firm ON application FOR INSERT TO jobscout_api
    WITH CHECK (reads_applications(candidate_id, owner_id) AND state = 'draft');
CREATE POLICY application_changed_by_firm ON application FOR UPDATE TO jobscout_api
    USING (reads_applications(candidate_id, owner_id));
CREATE POLICY application_for_shown ON application FOR SELECT TO jobscout_shown USING (true);
CREATE POLICY candidate_firm_consent_for_shown ON candidate_firm_consent FOR SELECT TO jobscout_shown USING (true);

ALTER TABLE application_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_event FORCE ROW LEVEL SECURITY;
CREATE POLICY application_event_of_owner ON application_event FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_event_of_firm ON application_event FOR SELECT TO jobscout_api
    USING (reads_applications(candidate_id, owner_id));
-- In one's own name, and saying of a change what stands in the application.
CREATE POLICY application_event_made ON application_event FOR INSERT TO jobscout_api
    WITH CHECK (actor_id = current_setting('jobscout.principal', true)
                AND (owner_id = current_setting('jobscout.principal', true)
                     OR actor_role = 'advisor' AND actor_firm = current_setting('jobscout.firm', true)
                        AND reads_applications(candidate_id, owner_id))
                AND (kind = 'comment'
                     OR EXISTS (SELECT FROM application
                                WHERE application.id = application_id AND application.state = application_event.state)));

GRANT SELECT, INSERT (candidate_id, owner_id, posting_id, title, employer, due_on, due_for, created_at, changed_at),
    UPDATE (state, due_on, due_for, version, changed_at) ON application TO jobscout_api;
GRANT SELECT, INSERT (application_id, candidate_id, owner_id, kind, state, due_on, due_for, words, actor_role, actor_id,
                      actor_firm, made_at) ON application_event TO jobscout_api;
GRANT SELECT ON application, candidate_firm_consent TO jobscout_shown;
GRANT SELECT ON client_application TO jobscout_api;

-- Row-level security holds for the owner of the tables, too.
RESET ROLE;
ALTER VIEW client_application OWNER TO jobscout_shown;
