-- Candidates let the advisors of a firm read their document, let one employer know who they are, and
-- see every reading by somebody else. Each of that is held here as well as in the program: the API
-- sees its owner's rows, and of others only what they agreed to, after a line of the reading.

-- Owns the views of candidates that employers are shown. Nobody is this role.
DO $$
BEGIN
    CREATE ROLE jobscout_shown NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
GRANT USAGE ON SCHEMA public TO jobscout_shown;

SET LOCAL ROLE jobscout_owner;

ALTER TABLE candidate ADD COLUMN used_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date;
COMMENT ON COLUMN candidate.used_on IS 'The last day on which its owner read or replaced it: how long it is kept counts from here.';

CREATE TABLE candidate_firm_consent (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT candidate_firm_consent_pkey PRIMARY KEY,
    candidate_id uuid        NOT NULL,
    owner_id     text        NOT NULL,
    firm         text        NOT NULL CONSTRAINT candidate_firm_consent_named CHECK (firm <> ''),
    wording      text        NOT NULL CONSTRAINT candidate_firm_consent_worded CHECK (wording <> ''),
    may_replace  boolean     NOT NULL,
    given_at     timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    CONSTRAINT candidate_firm_consent_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX candidate_firm_consent_open ON candidate_firm_consent (candidate_id, firm) WHERE withdrawn_at IS NULL;
COMMENT ON TABLE candidate_firm_consent IS 'Which firms a candidate lets read the document; a line each time it is given, never changed but for its end.';
COMMENT ON COLUMN candidate_firm_consent.owner_id IS 'Of the candidate, so that no policy has to look there.';
COMMENT ON COLUMN candidate_firm_consent.wording IS 'Which words they agreed to (consent.firm_* of services/wire/messages).';
COMMENT ON COLUMN candidate_firm_consent.may_replace IS 'Whether the firm may replace the document as well.';

CREATE FUNCTION refuse_change_but_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
       OR to_jsonb(NEW) - 'withdrawn_at' <> to_jsonb(OLD) - 'withdrawn_at' THEN
        RAISE EXCEPTION 'a consent that was given ends once and is not changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER candidate_firm_consent_ends_once BEFORE UPDATE ON candidate_firm_consent
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_end();
CREATE TRIGGER candidate_firm_consent_append_only BEFORE TRUNCATE ON candidate_firm_consent
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE candidate_agreement (
    id            bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT candidate_agreement_pkey PRIMARY KEY,
    candidate_id  uuid        NOT NULL,
    owner_id      text        NOT NULL,
    posting_id    bigint      NOT NULL CONSTRAINT candidate_agreement_posting_id_fkey REFERENCES posting (id),
    employer_id   text        NOT NULL CONSTRAINT candidate_agreement_signed CHECK (employer_id <> ''),
    employer_name text        NOT NULL CONSTRAINT candidate_agreement_named CHECK (employer_name <> ''),
    asked_at      timestamptz NOT NULL DEFAULT now(),
    answered_at   timestamptz,
    agreed        boolean,
    wording       text,
    CONSTRAINT candidate_agreement_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE,
    CONSTRAINT candidate_agreement_asked_once UNIQUE (candidate_id, posting_id, employer_id),
    CONSTRAINT candidate_agreement_answered_whole CHECK (num_nulls(answered_at, agreed) IN (0, 2)),
    CONSTRAINT candidate_agreement_worded CHECK (agreed IS NOT TRUE OR wording IS NOT NULL)
);
COMMENT ON TABLE candidate_agreement IS 'Which employer asked to know who a candidate is, for which posting, and what the candidate answered last.';
COMMENT ON COLUMN candidate_agreement.employer_name IS 'Of the posting, as it was when the employer asked.';

CREATE TABLE candidate_access (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT candidate_access_pkey PRIMARY KEY,
    candidate_id uuid        NOT NULL,
    owner_id     text        NOT NULL,
    what         text        NOT NULL CONSTRAINT candidate_access_what_known CHECK (what IN
        ('document', 'matches', 'replaced', 'shown', 'contact')),
    viewer_role  text        NOT NULL CONSTRAINT candidate_access_role_known CHECK (viewer_role IN ('advisor', 'employer', 'operator')),
    viewer_id    text        NOT NULL CONSTRAINT candidate_access_signed CHECK (viewer_id <> ''),
    viewer_name  text,
    posting_id   bigint      CONSTRAINT candidate_access_posting_id_fkey REFERENCES posting (id),
    fit          smallint    CONSTRAINT candidate_access_fit_range CHECK (fit BETWEEN 0 AND 100),
    seen_at      timestamptz NOT NULL DEFAULT now(),
    transaction  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT candidate_access_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE,
    CONSTRAINT candidate_access_for_posting CHECK ((viewer_role = 'advisor') = (posting_id IS NULL))
);
CREATE INDEX candidate_access_by_candidate ON candidate_access (candidate_id, id DESC);
CREATE INDEX candidate_access_by_day ON candidate_access (seen_at);
COMMENT ON TABLE candidate_access IS 'Each time somebody else read a candidate, or wrote in their name; appended and never changed.';
COMMENT ON COLUMN candidate_access.what IS
    'document: it was read. matches: they were worked out. replaced: the document was. shown: the fit with a posting, without who it is. contact: name and contact.';
COMMENT ON COLUMN candidate_access.viewer_name IS 'The advisor''s firm, or the posting''s employer; NULL: not noted before there were names.';
COMMENT ON COLUMN candidate_access.transaction IS 'Whoever is not the owner sees the candidate in this transaction only.';
CREATE TRIGGER candidate_access_append_only BEFORE UPDATE OR TRUNCATE ON candidate_access
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE candidate_deletion (
    id_sha256  text NOT NULL CONSTRAINT candidate_deletion_form CHECK (id_sha256 ~ '^[0-9a-f]{64}$'),
    deleted_on date NOT NULL
);
COMMENT ON TABLE candidate_deletion IS
    'That a candidate was deleted, and when: so that it is deleted again from a copy that is restored. Nothing else is kept.';

-- The posting that an employer asks about, if it is served and theirs; else NULL.
CREATE FUNCTION asked_posting() RETURNS bigint STABLE LANGUAGE sql AS $$
    SELECT posting.id
    FROM posting
    JOIN employer ON employer.id = posting.employer_id
    WHERE posting.id = nullif(current_setting('jobscout.posting', true), '')::bigint
      AND EXISTS (
          SELECT FROM json_array_elements_text(nullif(current_setting('jobscout.employers', true), '')::json) AS hires (name)
          WHERE employer.key = hires.name
             OR employer.id IN (SELECT employer_id FROM employer_alias WHERE folded_name = fold_name(hires.name)))
$$;
COMMENT ON FUNCTION asked_posting IS
    'jobscout.employers: the names under which the employer hires and their keys (indexer/normalise/employer_name.hpp), a JSON array.';

-- Whom the employer of the posting that is asked about may be shown, without who they are: of a
-- résumé only what is compared with postings.
CREATE VIEW shown_candidate WITH (security_barrier) AS
SELECT id, owner_id,
    CASE WHEN jsonb_typeof(document->'resume') = 'object'
         THEN document || jsonb_build_object('resume',
             (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(document->'resume')
              WHERE key IN ('work', 'volunteer', 'projects', 'education', 'skills', 'certificates', 'languages'))
             || jsonb_build_object('basics', jsonb_build_object(
                 'label', document#>'{resume,basics,label}', 'summary', document#>'{resume,basics,summary}')))
         ELSE document END AS document
FROM candidate
WHERE shown_to_employers_at IS NOT NULL AND (SELECT asked_posting()) IS NOT NULL;

-- Who a candidate is, for the one employer and posting that they agreed to; only after a line of it.
CREATE VIEW agreed_contact WITH (security_barrier) AS
SELECT candidate.id AS candidate_id,
    document#>>'{resume,basics,name}' AS name,
    document#>>'{resume,basics,email}' AS email,
    document#>>'{resume,basics,phone}' AS phone
FROM candidate
JOIN candidate_agreement AS agreement ON agreement.candidate_id = candidate.id
WHERE candidate.shown_to_employers_at IS NOT NULL
  AND agreement.agreed
  AND agreement.employer_id = current_setting('jobscout.principal', true)
  AND agreement.posting_id = (SELECT asked_posting())
  AND EXISTS (
      SELECT FROM candidate_access AS line
      WHERE line.candidate_id = candidate.id AND line.what = 'contact'
        AND line.viewer_id = agreement.employer_id AND line.transaction = pg_current_xact_id());

-- Nobody sees all: operators keep the service running and have no business in people's documents.
DROP POLICY candidate_of_owner ON candidate;
DROP POLICY candidate_shown_to_employers ON candidate;
CREATE POLICY candidate_of_owner ON candidate USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_for_shown ON candidate FOR SELECT TO jobscout_shown USING (true);
CREATE POLICY candidate_read_by_firm ON candidate FOR SELECT TO jobscout_api
    USING (EXISTS (SELECT FROM candidate_access AS line
                   WHERE line.candidate_id = candidate.id AND line.viewer_role = 'advisor'
                     AND line.viewer_id = current_setting('jobscout.principal', true)
                     AND line.transaction = pg_current_xact_id()));
CREATE POLICY candidate_replaced_by_firm ON candidate FOR UPDATE TO jobscout_api
    USING (EXISTS (SELECT FROM candidate_access AS line
                   WHERE line.candidate_id = candidate.id AND line.viewer_role = 'advisor' AND line.what = 'replaced'
                     AND line.viewer_id = current_setting('jobscout.principal', true)
                     AND line.transaction = pg_current_xact_id()));
DROP POLICY saved_search_of_owner ON saved_search;
CREATE POLICY saved_search_of_owner ON saved_search USING (owner_id = current_setting('jobscout.principal', true));

-- An advisor who may replace a document gives no consent with it.
CREATE FUNCTION refuse_consent_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.owner_id IS DISTINCT FROM current_setting('jobscout.principal', true) THEN
        RAISE EXCEPTION 'only the owner consents' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER candidate_consent_of_owner
    BEFORE UPDATE OF shown_to_employers_at, shown_to_employers_wording, consent_given_at, consent_wording ON candidate
    FOR EACH ROW EXECUTE FUNCTION refuse_consent_of_others();

ALTER TABLE candidate_firm_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_firm_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_firm_consent_of_owner ON candidate_firm_consent
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_firm_consent_of_firm ON candidate_firm_consent FOR SELECT TO jobscout_api
    USING (withdrawn_at IS NULL AND firm = current_setting('jobscout.firm', true));

ALTER TABLE candidate_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_agreement_read_by_owner ON candidate_agreement FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_agreement_answered_by_owner ON candidate_agreement FOR UPDATE
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_agreement_read_by_employer ON candidate_agreement FOR SELECT TO jobscout_api
    USING (employer_id = current_setting('jobscout.principal', true) AND posting_id = (SELECT asked_posting()));
CREATE POLICY candidate_agreement_asked_by_employer ON candidate_agreement FOR INSERT TO jobscout_api
    WITH CHECK (employer_id = current_setting('jobscout.principal', true) AND posting_id = (SELECT asked_posting())
                AND EXISTS (SELECT FROM shown_candidate AS shown
                            WHERE shown.id = candidate_id AND shown.owner_id = candidate_agreement.owner_id));
CREATE POLICY candidate_agreement_for_shown ON candidate_agreement FOR SELECT TO jobscout_shown USING (true);

ALTER TABLE candidate_access ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate_access FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_access_of_owner ON candidate_access FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY candidate_access_of_viewer ON candidate_access FOR SELECT TO jobscout_api
    USING (viewer_id = current_setting('jobscout.principal', true) AND transaction = pg_current_xact_id());
CREATE POLICY candidate_access_by_firm ON candidate_access FOR INSERT TO jobscout_api
    WITH CHECK (viewer_role = 'advisor' AND viewer_id = current_setting('jobscout.principal', true)
                AND viewer_name = current_setting('jobscout.firm', true)
                AND what IN ('document', 'matches', 'replaced')
                AND EXISTS (SELECT FROM candidate_firm_consent AS consent
                            WHERE consent.candidate_id = candidate_access.candidate_id
                              AND consent.owner_id = candidate_access.owner_id
                              AND consent.firm = current_setting('jobscout.firm', true) AND consent.withdrawn_at IS NULL
                              AND (consent.may_replace OR candidate_access.what <> 'replaced')));
CREATE POLICY candidate_access_by_employer ON candidate_access FOR INSERT TO jobscout_api
    WITH CHECK (viewer_role = 'employer' AND viewer_id = current_setting('jobscout.principal', true)
                AND posting_id = (SELECT asked_posting())
                AND EXISTS (SELECT FROM shown_candidate AS shown
                            WHERE shown.id = candidate_id AND shown.owner_id = candidate_access.owner_id)
                AND (what = 'shown'
                     OR what = 'contact' AND EXISTS (
                         SELECT FROM candidate_agreement AS agreement
                         WHERE agreement.candidate_id = candidate_access.candidate_id AND agreement.agreed
                           AND agreement.posting_id = candidate_access.posting_id
                           AND agreement.employer_id = candidate_access.viewer_id)));
CREATE POLICY candidate_access_for_shown ON candidate_access FOR SELECT TO jobscout_shown USING (true);

-- The worker removes what nobody has used since a day that it has to say.
CREATE POLICY candidate_access_for_worker ON candidate_access FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY candidate_access_removed_by_worker ON candidate_access FOR DELETE TO jobscout_worker
    USING (seen_at < nullif(current_setting('jobscout.seen_before', true), '')::date);
CREATE POLICY candidate_removed_by_worker ON candidate FOR DELETE TO jobscout_worker
    USING (used_on < nullif(current_setting('jobscout.used_before', true), '')::date);

DROP POLICY candidate_alias_of_candidate ON candidate_alias;
CREATE POLICY candidate_alias_of_owner ON candidate_alias
    USING (EXISTS (SELECT FROM candidate
                   WHERE candidate.id = candidate_id AND candidate.owner_id = current_setting('jobscout.principal', true)));
CREATE POLICY candidate_alias_of_employer ON candidate_alias TO jobscout_api
    USING (posting_id = (SELECT asked_posting())
           AND EXISTS (SELECT FROM shown_candidate AS shown WHERE shown.id = candidate_id));

REVOKE UPDATE ON candidate FROM jobscout_api;
GRANT UPDATE (version, document, consent_given_at, consent_wording, replaced_at, shown_to_employers_at,
              shown_to_employers_wording, used_on), DELETE ON candidate TO jobscout_api;
GRANT SELECT ON candidate, candidate_agreement, candidate_access TO jobscout_shown;
GRANT SELECT, INSERT (candidate_id, owner_id, firm, wording, may_replace), UPDATE (withdrawn_at)
    ON candidate_firm_consent TO jobscout_api;
GRANT SELECT, INSERT (candidate_id, owner_id, posting_id, employer_id, employer_name), UPDATE (answered_at, agreed, wording)
    ON candidate_agreement TO jobscout_api;
GRANT SELECT, INSERT (candidate_id, owner_id, what, viewer_role, viewer_id, viewer_name, posting_id, fit)
    ON candidate_access TO jobscout_api;
GRANT INSERT ON candidate_deletion TO jobscout_api, jobscout_worker;
GRANT SELECT ON shown_candidate, agreed_contact TO jobscout_api;
GRANT DELETE ON candidate TO jobscout_worker;
GRANT SELECT, DELETE ON candidate_access TO jobscout_worker;

-- Row-level security holds for the owner of the tables, too.
RESET ROLE;
ALTER VIEW shown_candidate OWNER TO jobscout_shown;
ALTER VIEW agreed_contact OWNER TO jobscout_shown;
UPDATE candidate SET used_on = (replaced_at AT TIME ZONE 'UTC')::date;
INSERT INTO candidate_access (candidate_id, owner_id, what, viewer_role, viewer_id, posting_id, fit, seen_at)
SELECT view.candidate_id, candidate.owner_id, 'shown', view.viewer_role, view.viewer_id, view.posting_id, view.fit, view.seen_at
FROM candidate_view AS view JOIN candidate ON candidate.id = view.candidate_id
ORDER BY view.id;
DROP TABLE candidate_view;
