-- Candidates who agree to it are shown, without who they are, to employers who ask about a posting
-- of theirs; and each of them can see to whom they were shown.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE candidate
    ADD COLUMN shown_to_employers_at      timestamptz,
    ADD COLUMN shown_to_employers_wording text,
    ADD CONSTRAINT candidate_shown_whole CHECK (num_nulls(shown_to_employers_at, shown_to_employers_wording) IN (0, 2));
COMMENT ON COLUMN candidate.shown_to_employers_at IS 'Since when the person agrees to be shown; NULL: they do not.';
COMMENT ON COLUMN candidate.shown_to_employers_wording IS 'Which wording they agreed to (consent.employers.* of services/wire/messages).';
CREATE INDEX candidate_shown_to_employers ON candidate (id) WHERE shown_to_employers_at IS NOT NULL;

-- Whatever a query for employers asks, whoever has not agreed does not exist for it.
CREATE POLICY candidate_shown_to_employers ON candidate FOR SELECT TO jobscout_api
    USING (shown_to_employers_at IS NOT NULL
           AND current_setting('jobscout.asks_for_employer', true) = 'on');

CREATE TABLE candidate_alias (
    posting_id   bigint NOT NULL CONSTRAINT candidate_alias_posting_id_fkey REFERENCES posting (id),
    candidate_id uuid   NOT NULL CONSTRAINT candidate_alias_candidate_id_fkey REFERENCES candidate (id) ON DELETE CASCADE,
    alias        uuid   NOT NULL DEFAULT gen_random_uuid() CONSTRAINT candidate_alias_unique UNIQUE,
    CONSTRAINT candidate_alias_pkey PRIMARY KEY (posting_id, candidate_id)
);
COMMENT ON TABLE candidate_alias IS
    'Under what random name a candidate is shown for one posting: two postings cannot be laid side by side.';
ALTER TABLE candidate_alias ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_alias FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_alias_of_candidate ON candidate_alias
    USING (EXISTS (SELECT FROM candidate WHERE candidate.id = candidate_id));

CREATE TABLE candidate_view (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT candidate_view_pkey PRIMARY KEY,
    candidate_id uuid        NOT NULL CONSTRAINT candidate_view_candidate_id_fkey REFERENCES candidate (id) ON DELETE CASCADE,
    posting_id   bigint      NOT NULL CONSTRAINT candidate_view_posting_id_fkey REFERENCES posting (id),
    viewer_role  text        NOT NULL CONSTRAINT candidate_view_role_known CHECK (viewer_role IN ('employer', 'operator')),
    viewer_id    text        NOT NULL CONSTRAINT candidate_view_signed CHECK (viewer_id <> ''),
    fit          smallint    NOT NULL CONSTRAINT candidate_view_fit_range CHECK (fit BETWEEN 0 AND 100),
    seen_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX candidate_view_by_candidate ON candidate_view (candidate_id, id DESC);
COMMENT ON TABLE candidate_view IS 'Each time a candidate was shown to an employer or an operator; appended and never changed.';
ALTER TABLE candidate_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_view FORCE ROW LEVEL SECURITY;
-- Only who was visible when it was written can have been shown; only the owner reads it.
CREATE POLICY candidate_view_written ON candidate_view FOR INSERT
    WITH CHECK (EXISTS (SELECT FROM candidate
                        WHERE candidate.id = candidate_id AND candidate.shown_to_employers_at IS NOT NULL));
CREATE POLICY candidate_view_of_owner ON candidate_view FOR SELECT
    USING (EXISTS (SELECT FROM candidate
                   WHERE candidate.id = candidate_id
                     AND (candidate.owner_id = current_setting('jobscout.principal', true)
                          OR current_setting('jobscout.sees_all', true) = 'on')));
CREATE TRIGGER candidate_view_append_only BEFORE UPDATE OR TRUNCATE ON candidate_view
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE (candidate_id), DELETE ON candidate_alias TO jobscout_api;
GRANT SELECT, INSERT (candidate_id, posting_id, viewer_role, viewer_id, fit) ON candidate_view TO jobscout_api;
