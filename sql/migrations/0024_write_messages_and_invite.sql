-- A candidate and a firm that they let read write to each other. An employer who is interested in a candidate invites
-- them to say who they are: that is a request of candidate_agreement with words and a last day, and its answer is the
-- answer to that request.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE message (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT message_pkey PRIMARY KEY,
    candidate_id uuid        NOT NULL,
    owner_id     text        NOT NULL,
    firm         text        NOT NULL CONSTRAINT message_firm_named CHECK (firm <> ''),
    party        text        NOT NULL CONSTRAINT message_party_known CHECK (party IN ('owner', 'firm')),
    author_id    text        NOT NULL CONSTRAINT message_signed CHECK (author_id <> ''),
    posting_id   bigint      CONSTRAINT message_posting_id_fkey REFERENCES posting (id),
    title        text,
    words        text        NOT NULL CONSTRAINT message_words_short CHECK (length(words) BETWEEN 1 AND 4000),
    made_at      timestamptz NOT NULL,
    CONSTRAINT message_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE,
    CONSTRAINT message_posting_whole CHECK (num_nulls(posting_id, title) IN (0, 2))
);
CREATE INDEX message_by_thread ON message (candidate_id, firm, id DESC);
CREATE INDEX message_by_owner ON message (owner_id);
CREATE INDEX message_by_firm ON message (firm);
COMMENT ON TABLE message IS 'Between a candidate and the advisors of a firm, one thread for both; appended and never changed.';
COMMENT ON COLUMN message.posting_id IS 'What it is about; NULL: no posting. title is that of the posting, as it was then.';
CREATE TRIGGER message_append_only BEFORE UPDATE OR TRUNCATE ON message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE message_mark (
    candidate_id uuid        NOT NULL,
    owner_id     text        NOT NULL,
    firm         text        NOT NULL,
    party        text        NOT NULL CONSTRAINT message_mark_party_known CHECK (party IN ('owner', 'firm')),
    read_up_to   bigint      NOT NULL,
    read_at      timestamptz NOT NULL,
    CONSTRAINT message_mark_pkey PRIMARY KEY (candidate_id, firm, party),
    CONSTRAINT message_mark_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE
);
COMMENT ON TABLE message_mark IS 'Up to which message each side has read; a firm reads as one.';

-- Whether the candidate lets the firm of who asks read, as of now.
CREATE FUNCTION is_client(candidate uuid, owner text, of_firm text) RETURNS boolean STABLE LANGUAGE sql AS $$
    SELECT of_firm = current_setting('jobscout.firm', true)
       AND EXISTS (
           SELECT FROM candidate_firm_consent AS consent
           WHERE consent.candidate_id = candidate AND consent.owner_id = owner
             AND consent.firm = of_firm AND consent.withdrawn_at IS NULL)
$$;

ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
CREATE POLICY message_of_owner ON message FOR SELECT USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY message_of_firm ON message FOR SELECT TO jobscout_api USING (is_client(candidate_id, owner_id, firm));
CREATE POLICY message_written_by_owner ON message FOR INSERT TO jobscout_api
    WITH CHECK (party = 'owner' AND owner_id = current_setting('jobscout.principal', true) AND author_id = owner_id
                AND EXISTS (SELECT FROM candidate_firm_consent AS consent
                            WHERE consent.candidate_id = message.candidate_id AND consent.owner_id = message.owner_id
                              AND consent.firm = message.firm AND consent.withdrawn_at IS NULL));
CREATE POLICY message_written_by_firm ON message FOR INSERT TO jobscout_api
    WITH CHECK (party = 'firm' AND author_id = current_setting('jobscout.principal', true)
                AND is_client(candidate_id, owner_id, firm));

ALTER TABLE message_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY message_mark_of_owner ON message_mark FOR SELECT USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY message_mark_of_firm ON message_mark FOR SELECT TO jobscout_api USING (is_client(candidate_id, owner_id, firm));
CREATE POLICY message_mark_set_by_owner ON message_mark FOR INSERT TO jobscout_api
    WITH CHECK (party = 'owner' AND owner_id = current_setting('jobscout.principal', true));
CREATE POLICY message_mark_moved_by_owner ON message_mark FOR UPDATE TO jobscout_api
    USING (party = 'owner' AND owner_id = current_setting('jobscout.principal', true));
CREATE POLICY message_mark_set_by_firm ON message_mark FOR INSERT TO jobscout_api
    WITH CHECK (party = 'firm' AND is_client(candidate_id, owner_id, firm));
CREATE POLICY message_mark_moved_by_firm ON message_mark FOR UPDATE TO jobscout_api
    USING (party = 'firm' AND is_client(candidate_id, owner_id, firm));

ALTER TABLE candidate_agreement ADD CONSTRAINT candidate_agreement_whose UNIQUE (id, candidate_id, owner_id, posting_id, employer_id);

CREATE TABLE candidate_invitation (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT candidate_invitation_pkey PRIMARY KEY,
    agreement_id bigint      NOT NULL,
    candidate_id uuid        NOT NULL,
    owner_id     text        NOT NULL,
    posting_id   bigint      NOT NULL,
    employer_id  text        NOT NULL,
    turn         smallint    NOT NULL CONSTRAINT candidate_invitation_turn_counted CHECK (turn > 0),
    title        text        NOT NULL,
    words        text        NOT NULL CONSTRAINT candidate_invitation_words_short CHECK (length(words) <= 1000),
    invited_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL CONSTRAINT candidate_invitation_lasts CHECK (expires_at > invited_at),
    reason       text        NOT NULL DEFAULT '' CONSTRAINT candidate_invitation_reason_short CHECK (length(reason) <= 300),
    CONSTRAINT candidate_invitation_in_turn UNIQUE (agreement_id, turn),
    CONSTRAINT candidate_invitation_agreement_fkey FOREIGN KEY (agreement_id, candidate_id, owner_id, posting_id, employer_id)
        REFERENCES candidate_agreement (id, candidate_id, owner_id, posting_id, employer_id) ON DELETE CASCADE
);
CREATE INDEX candidate_invitation_by_owner ON candidate_invitation (owner_id, id DESC);
CREATE INDEX candidate_invitation_by_posting ON candidate_invitation (posting_id, id DESC);
COMMENT ON TABLE candidate_invitation IS
    'An employer who is interested asks a candidate to say who they are, in words and until a day. What the candidate answers stands in candidate_agreement: yes is accepted, no is declined.';
COMMENT ON COLUMN candidate_invitation.turn IS 'One follows another when that has expired; the last one is what the answer is to.';
COMMENT ON COLUMN candidate_invitation.title IS 'Of the posting, as it was then.';
COMMENT ON COLUMN candidate_invitation.reason IS 'Why it was declined, in the candidate''s words, for the employer.';

-- What an invitation is at a moment. An answer counts whenever it was given, for the last one.
CREATE FUNCTION invitation_state(is_last boolean, agreed boolean, expires_at timestamptz, at timestamptz) RETURNS text
    IMMUTABLE LANGUAGE sql AS $$
    SELECT CASE WHEN NOT is_last THEN 'expired' WHEN agreed THEN 'accepted' WHEN NOT agreed THEN 'declined' WHEN expires_at <= at THEN 'expired' ELSE 'open' END
$$;

ALTER TABLE candidate_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_invitation_of_owner ON candidate_invitation FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_invitation_answered_by_owner ON candidate_invitation FOR UPDATE
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_invitation_of_employer ON candidate_invitation FOR SELECT TO jobscout_api
    USING (employer_id = current_setting('jobscout.principal', true) AND posting_id = (SELECT asked_posting())
           AND EXISTS (SELECT FROM shown_candidate AS shown WHERE shown.id = candidate_id));
-- Only of whom the employer's last word is that they are interested, and who has not answered yet.
CREATE POLICY candidate_invitation_sent ON candidate_invitation FOR INSERT TO jobscout_api
    WITH CHECK (employer_id = current_setting('jobscout.principal', true) AND posting_id = (SELECT asked_posting())
                AND reason = ''
                AND EXISTS (SELECT FROM shown_candidate AS shown
                            WHERE shown.id = candidate_id AND shown.owner_id = candidate_invitation.owner_id)
                AND EXISTS (SELECT FROM candidate_agreement AS agreement
                            WHERE agreement.id = agreement_id AND agreement.agreed IS NULL)
                AND (SELECT interest.interested FROM candidate_interest AS interest
                     WHERE interest.candidate_id = candidate_invitation.candidate_id
                       AND interest.posting_id = candidate_invitation.posting_id
                       AND interest.employer_id = candidate_invitation.employer_id
                     ORDER BY interest.id DESC LIMIT 1));

GRANT SELECT, INSERT (candidate_id, owner_id, firm, party, author_id, posting_id, title, words, made_at) ON message TO jobscout_api;
GRANT SELECT, INSERT, UPDATE (read_up_to, read_at) ON message_mark TO jobscout_api;
GRANT SELECT, INSERT (agreement_id, candidate_id, owner_id, posting_id, employer_id, turn, title, words, invited_at, expires_at),
    UPDATE (reason) ON candidate_invitation TO jobscout_api;
