-- Employers open accounts themselves and claim postings with an address at the posting's domain; once a
-- reviewer has said yes they are shown who agrees to it, and say whether they are interested. The candidate
-- reads that with the explanation it was made on, and can ask for a person. A transaction says who asks with
-- jobscout.principal, and with jobscout.role what they signed in as.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE account
    ADD COLUMN employer_name text,
    ADD CONSTRAINT account_employer_name_short CHECK (length(employer_name) BETWEEN 1 AND 200),
    ADD CONSTRAINT account_employer_name_of_employer CHECK (role = 'employer' OR employer_name IS NULL);
COMMENT ON COLUMN account.employer_name IS 'As the employer calls themselves; NULL: made on the machine itself, or nobody''s.';

DROP POLICY account_of_email ON account;
CREATE POLICY account_of_email ON account
    USING (email = current_setting('jobscout.email', true))
    WITH CHECK (email = current_setting('jobscout.email', true) AND role IN ('candidate', 'employer'));

-- Whoever registers an address that was never confirmed decides what for; nothing else changes a role.
CREATE FUNCTION keep_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.email_verified_at IS NOT NULL OR OLD.role NOT IN ('candidate', 'employer') OR NEW.role NOT IN ('candidate', 'employer') THEN
        RAISE EXCEPTION 'an account keeps its role' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER account_role_kept BEFORE UPDATE OF role, employer_name ON account FOR EACH ROW
    WHEN ((OLD.role, OLD.employer_name) IS DISTINCT FROM (NEW.role, NEW.employer_name)) EXECUTE FUNCTION keep_role();
GRANT UPDATE (role, employer_name) ON account TO jobscout_api;

-- Whether who asks acts in one of these roles; an account is believed its own role and no other.
CREATE FUNCTION acts_as(VARIADIC roles text[]) RETURNS boolean STABLE LANGUAGE sql AS $$
    SELECT coalesce(current_setting('jobscout.role', true) = ANY (roles), false)
       AND NOT EXISTS (SELECT FROM account
                       WHERE account.id::text = current_setting('jobscout.principal', true) AND account.role <> ALL (roles))
$$;

CREATE TABLE posting_claim (
    id            bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_claim_pkey PRIMARY KEY,
    posting_id    bigint      NOT NULL CONSTRAINT posting_claim_posting_id_fkey REFERENCES posting (id),
    account_id    uuid        NOT NULL CONSTRAINT posting_claim_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    employer_name text        NOT NULL,
    domain        text        NOT NULL CONSTRAINT posting_claim_domain_form CHECK (domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'),
    link          text        NOT NULL,
    state         text        NOT NULL DEFAULT 'waiting' CONSTRAINT posting_claim_state_known CHECK (state IN
        ('waiting', 'accepted', 'refused', 'revoked', 'withdrawn', 'ended')),
    claimed_at    timestamptz NOT NULL DEFAULT now(),
    decided_at    timestamptz,
    decided_by    text,
    words         text        NOT NULL DEFAULT '' CONSTRAINT posting_claim_words_short CHECK (length(words) <= 1000),
    CONSTRAINT posting_claim_decided_whole CHECK ((state = 'waiting') = (decided_at IS NULL) AND (state = 'waiting') = (decided_by IS NULL)),
    CONSTRAINT posting_claim_reasoned CHECK (state NOT IN ('accepted', 'refused', 'revoked') OR words <> '')
);
CREATE UNIQUE INDEX posting_claim_open ON posting_claim (posting_id, account_id) WHERE state IN ('waiting', 'accepted');
CREATE UNIQUE INDEX posting_claim_owner ON posting_claim (posting_id) WHERE state = 'accepted';
CREATE INDEX posting_claim_by_account ON posting_claim (account_id, id DESC);
CREATE INDEX posting_claim_waiting ON posting_claim (id) WHERE state = 'waiting';
COMMENT ON TABLE posting_claim IS 'Which employer says that a posting is theirs, and what a reviewer said. One employer at most owns a posting.';
COMMENT ON COLUMN posting_claim.employer_name IS 'Of the account, as it was when it claimed.';
COMMENT ON COLUMN posting_claim.domain IS 'At which the account''s address is and the link shows the posting.';
COMMENT ON COLUMN posting_claim.state IS
    'accepted: the posting is the employer''s own. revoked: a reviewer took that back. withdrawn: the employer did. ended: the account was disabled.';
COMMENT ON COLUMN posting_claim.words IS 'Why, in the words of whoever decided last.';

CREATE TABLE posting_claim_event (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_claim_event_pkey PRIMARY KEY,
    claim_id   bigint      NOT NULL,
    posting_id bigint      NOT NULL CONSTRAINT posting_claim_event_posting_id_fkey REFERENCES posting (id),
    account_id uuid        NOT NULL,
    domain     text        NOT NULL,
    state      text        NOT NULL,
    actor      text        NOT NULL CONSTRAINT posting_claim_event_signed CHECK (actor <> ''),
    words      text        NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX posting_claim_event_by_posting ON posting_claim_event (posting_id, id);
COMMENT ON TABLE posting_claim_event IS
    'What became of each claim, appended and never rewritten; it outlives the account, of which it keeps the number and the domain.';
CREATE TRIGGER posting_claim_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON posting_claim_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_of_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (OLD.state = 'waiting' AND NEW.state IN ('accepted', 'refused', 'withdrawn', 'ended')
            OR OLD.state = 'accepted' AND NEW.state IN ('revoked', 'withdrawn', 'ended'))
       OR to_jsonb(NEW) - '{state,decided_at,decided_by,words}'::text[] <> to_jsonb(OLD) - '{state,decided_at,decided_by,words}'::text[] THEN
        RAISE EXCEPTION 'a claim that was decided stays so' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER posting_claim_goes_on BEFORE UPDATE ON posting_claim FOR EACH ROW EXECUTE FUNCTION refuse_change_of_claim();

CREATE FUNCTION note_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO posting_claim_event (claim_id, posting_id, account_id, domain, state, actor, words)
    VALUES (NEW.id, NEW.posting_id, NEW.account_id, NEW.domain, NEW.state, coalesce(NEW.decided_by, NEW.account_id::text), NEW.words);
    RETURN NULL;
END
$$;
CREATE TRIGGER posting_claim_noted AFTER INSERT OR UPDATE ON posting_claim FOR EACH ROW EXECUTE FUNCTION note_claim();

CREATE FUNCTION end_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE posting_claim SET state = 'ended', decided_at = NEW.disabled_at, decided_by = 'disabling', words = ''
    WHERE account_id = NEW.id AND state IN ('waiting', 'accepted');
    RETURN NULL;
END
$$;
CREATE TRIGGER account_disabled_ends_claims AFTER UPDATE OF disabled_at ON account FOR EACH ROW
    WHEN (OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL) EXECUTE FUNCTION end_claims();

-- The posting that an employer asks about, if it is served and a reviewer has said that it is theirs; else NULL.
CREATE OR REPLACE FUNCTION asked_posting() RETURNS bigint STABLE LANGUAGE sql AS $$
    SELECT posting.id
    FROM posting
    JOIN posting_claim AS claim ON claim.posting_id = posting.id
    JOIN account ON account.id = claim.account_id
    WHERE posting.id = nullif(current_setting('jobscout.posting', true), '')::bigint
      AND claim.account_id::text = current_setting('jobscout.principal', true)
      AND claim.state = 'accepted'
      AND account.role = 'employer' AND account.email_verified_at IS NOT NULL AND account.disabled_at IS NULL
$$;
COMMENT ON FUNCTION asked_posting IS 'jobscout.principal: the number of the employer''s account; jobscout.posting: that of the posting.';

CREATE TABLE candidate_interest (
    id            bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT candidate_interest_pkey PRIMARY KEY,
    candidate_id  uuid        NOT NULL,
    owner_id      text        NOT NULL,
    posting_id    bigint      NOT NULL CONSTRAINT candidate_interest_posting_id_fkey REFERENCES posting (id),
    employer_id   text        NOT NULL CONSTRAINT candidate_interest_signed CHECK (employer_id <> ''),
    employer_name text        NOT NULL,
    interested    boolean     NOT NULL,
    reason        text        NOT NULL CONSTRAINT candidate_interest_reason_known CHECK (reason IN
        ('experience', 'language', 'education', 'licence', 'location', 'position_filled', 'other_job_related')),
    words         text        NOT NULL CONSTRAINT candidate_interest_words_short CHECK (length(words) <= 300),
    explanation   jsonb       NOT NULL,
    rules         text        NOT NULL,
    revision      bigint      NOT NULL,
    explained_on  date        NOT NULL,
    decided_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT candidate_interest_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE,
    CONSTRAINT candidate_interest_in_what_is_open CHECK (NOT interested OR reason <> 'position_filled')
);
CREATE INDEX candidate_interest_by_candidate ON candidate_interest (candidate_id, id DESC);
CREATE INDEX candidate_interest_by_posting ON candidate_interest (posting_id, candidate_id, id DESC);
COMMENT ON TABLE candidate_interest IS
    'Each time an employer said whether a candidate interests them for a posting, and why; appended and never changed, the last line counts.';
COMMENT ON COLUMN candidate_interest.words IS 'Beside the reason; the candidate is shown them.';
COMMENT ON COLUMN candidate_interest.explanation IS 'Fit and gaps as the employer was shown them, in each language: {"en": {...}, "fr": {...}}.';
COMMENT ON COLUMN candidate_interest.rules IS 'The basis on that day.';
COMMENT ON COLUMN candidate_interest.revision IS 'Of the search index in which words were compared.';
CREATE TRIGGER candidate_interest_append_only BEFORE UPDATE OR TRUNCATE ON candidate_interest
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE candidate_interest_review (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT candidate_interest_review_pkey PRIMARY KEY,
    interest_id  bigint      NOT NULL CONSTRAINT candidate_interest_review_asked_once UNIQUE
                             CONSTRAINT candidate_interest_review_interest_id_fkey REFERENCES candidate_interest (id) ON DELETE CASCADE,
    candidate_id uuid        NOT NULL,
    owner_id     text        NOT NULL,
    posting_id   bigint      NOT NULL,
    words        text        NOT NULL CONSTRAINT candidate_interest_review_words_short CHECK (length(words) <= 1000),
    asked_at     timestamptz NOT NULL DEFAULT now(),
    answered_at  timestamptz,
    answered_by  text,
    answer       text        CONSTRAINT candidate_interest_review_answer_short CHECK (length(answer) BETWEEN 1 AND 1000),
    CONSTRAINT candidate_interest_review_answered_whole CHECK (num_nulls(answered_at, answered_by, answer) IN (0, 3))
);
CREATE INDEX candidate_interest_review_waiting ON candidate_interest_review (id) WHERE answered_at IS NULL;
COMMENT ON TABLE candidate_interest_review IS 'A candidate asks for a person to look at a decision again, and what the reviewer answered.';
CREATE FUNCTION refuse_change_but_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.answered_at IS NOT NULL
       OR to_jsonb(NEW) - '{answered_at,answered_by,answer}'::text[] <> to_jsonb(OLD) - '{answered_at,answered_by,answer}'::text[] THEN
        RAISE EXCEPTION 'a request is answered once and is not changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER candidate_interest_review_answered_once BEFORE UPDATE ON candidate_interest_review
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_answer();

-- A reviewer reads a decision that its candidate asked about, and the candidate sees that they did.
ALTER TABLE candidate_access
    DROP CONSTRAINT candidate_access_what_known,
    ADD CONSTRAINT candidate_access_what_known CHECK (what IN
        ('document', 'matches', 'replaced', 'shown', 'contact', 'decision')),
    DROP CONSTRAINT candidate_access_role_known,
    ADD CONSTRAINT candidate_access_role_known CHECK (viewer_role IN ('advisor', 'employer', 'operator', 'reviewer'));
COMMENT ON COLUMN candidate_access.what IS
    'document: it was read. matches: they were worked out. replaced: the document was. shown: the fit with a posting, without who it is. contact: name and contact. decision: an employer''s, with its explanation, as the candidate asked.';

ALTER TABLE posting_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE posting_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY posting_claim_of_account ON posting_claim FOR SELECT
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY posting_claim_made ON posting_claim FOR INSERT TO jobscout_api
    WITH CHECK (account_id::text = current_setting('jobscout.principal', true) AND state = 'waiting'
                AND EXISTS (SELECT FROM account
                            WHERE account.id = account_id AND account.role = 'employer'
                              AND account.email_verified_at IS NOT NULL AND account.disabled_at IS NULL
                              AND (account.email LIKE '%@' || domain OR account.email LIKE '%@%.' || domain)));
CREATE POLICY posting_claim_given_up ON posting_claim FOR UPDATE
    USING (account_id::text = current_setting('jobscout.principal', true))
    WITH CHECK (account_id::text = current_setting('jobscout.principal', true) AND state IN ('withdrawn', 'ended'));
CREATE POLICY posting_claim_for_reviewer ON posting_claim FOR SELECT TO jobscout_api USING (acts_as('reviewer', 'operator'));
CREATE POLICY posting_claim_decided ON posting_claim FOR UPDATE TO jobscout_api
    USING (acts_as('reviewer', 'operator'))
    WITH CHECK (acts_as('reviewer', 'operator') AND state IN ('accepted', 'refused', 'revoked')
                AND decided_by = current_setting('jobscout.principal', true));

ALTER TABLE posting_claim_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY posting_claim_event_for_reviewer ON posting_claim_event FOR SELECT TO jobscout_api
    USING (acts_as('reviewer', 'operator'));

ALTER TABLE candidate_interest ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_interest FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_interest_of_owner ON candidate_interest FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_interest_of_employer ON candidate_interest FOR SELECT TO jobscout_api
    USING (employer_id = current_setting('jobscout.principal', true) AND posting_id = (SELECT asked_posting())
           AND EXISTS (SELECT FROM shown_candidate AS shown WHERE shown.id = candidate_id));
CREATE POLICY candidate_interest_said ON candidate_interest FOR INSERT TO jobscout_api
    WITH CHECK (employer_id = current_setting('jobscout.principal', true) AND posting_id = (SELECT asked_posting())
                AND EXISTS (SELECT FROM shown_candidate AS shown
                            WHERE shown.id = candidate_id AND shown.owner_id = candidate_interest.owner_id));
CREATE POLICY candidate_interest_for_reviewer ON candidate_interest FOR SELECT TO jobscout_api
    USING (acts_as('reviewer')
           AND EXISTS (SELECT FROM candidate_access AS line
                       WHERE line.candidate_id = candidate_interest.candidate_id AND line.posting_id = candidate_interest.posting_id
                         AND line.what = 'decision' AND line.viewer_id = current_setting('jobscout.principal', true)
                         AND line.transaction = pg_current_xact_id()));

ALTER TABLE candidate_interest_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_interest_review FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_interest_review_of_owner ON candidate_interest_review FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_interest_review_asked ON candidate_interest_review FOR INSERT TO jobscout_api
    WITH CHECK (owner_id = current_setting('jobscout.principal', true)
                AND EXISTS (SELECT FROM candidate_interest AS interest
                            WHERE interest.id = interest_id AND interest.owner_id = candidate_interest_review.owner_id
                              AND interest.candidate_id = candidate_interest_review.candidate_id
                              AND interest.posting_id = candidate_interest_review.posting_id));
CREATE POLICY candidate_interest_review_for_reviewer ON candidate_interest_review FOR SELECT TO jobscout_api
    USING (acts_as('reviewer'));
CREATE POLICY candidate_interest_review_answered ON candidate_interest_review FOR UPDATE TO jobscout_api
    USING (acts_as('reviewer'))
    WITH CHECK (acts_as('reviewer') AND answered_by = current_setting('jobscout.principal', true));

CREATE POLICY candidate_access_by_reviewer ON candidate_access FOR INSERT TO jobscout_api
    WITH CHECK (viewer_role = 'reviewer' AND viewer_id = current_setting('jobscout.principal', true) AND what = 'decision'
                AND acts_as('reviewer')
                AND EXISTS (SELECT FROM candidate_interest_review AS review
                            WHERE review.candidate_id = candidate_access.candidate_id AND review.owner_id = candidate_access.owner_id
                              AND review.posting_id = candidate_access.posting_id));

GRANT SELECT, INSERT (posting_id, account_id, employer_name, domain, link), UPDATE (state, decided_at, decided_by, words)
    ON posting_claim TO jobscout_api;
GRANT SELECT ON posting_claim_event TO jobscout_api;
GRANT SELECT, INSERT (candidate_id, owner_id, posting_id, employer_id, employer_name, interested, reason, words,
                      explanation, rules, revision, explained_on) ON candidate_interest TO jobscout_api;
GRANT SELECT, INSERT (interest_id, candidate_id, owner_id, posting_id, words), UPDATE (answered_at, answered_by, answer)
    ON candidate_interest_review TO jobscout_api;
