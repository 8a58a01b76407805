-- What a candidate sends for an application: the sender's own words for its letter, and packages that jobscout-worker
-- builds, one for each time that one was asked for; and what the employer offers in the end. How far an application has
-- come, and who said what of it, stands in application and application_event.
SET LOCAL ROLE jobscout_owner;

-- What many ask for at once waits behind what is asked for one by one.
ALTER TABLE job ADD COLUMN turn smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN job.turn IS 'Of jobs that are due those with a lower one are taken first.';
DROP INDEX job_by_turn;
CREATE INDEX job_by_turn ON job (turn, run_after, id) WHERE state IN ('waiting', 'running');

CREATE TABLE application_letter (
    application_id uuid        NOT NULL,
    candidate_id   uuid        NOT NULL,
    owner_id       text        NOT NULL,
    version        integer     NOT NULL CONSTRAINT application_letter_version_counts CHECK (version > 0),
    own_words      jsonb       NOT NULL CONSTRAINT application_letter_own_words_form CHECK (jsonb_typeof(own_words) = 'object'),
    actor_role     text        NOT NULL CONSTRAINT application_letter_role_known CHECK (actor_role IN ('candidate', 'advisor')),
    actor_id       text        NOT NULL CONSTRAINT application_letter_signed CHECK (actor_id <> ''),
    actor_firm     text,
    made_at        timestamptz NOT NULL,
    CONSTRAINT application_letter_pkey PRIMARY KEY (application_id, version),
    CONSTRAINT application_letter_application_fkey FOREIGN KEY (application_id, candidate_id, owner_id)
        REFERENCES application (id, candidate_id, owner_id) ON DELETE CASCADE
);
COMMENT ON TABLE application_letter IS 'The sender''s own words for the letter of an application; the highest version holds. Appended and never changed.';
COMMENT ON COLUMN application_letter.own_words IS 'By part of the letter; an empty text leaves the part out (services/packages/letter.hpp).';
CREATE TRIGGER application_letter_append_only BEFORE UPDATE OR TRUNCATE ON application_letter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE application_offer (
    application_id uuid        NOT NULL,
    candidate_id   uuid        NOT NULL,
    owner_id       text        NOT NULL,
    version        integer     NOT NULL CONSTRAINT application_offer_version_counts CHECK (version > 0),
    received_on    date        NOT NULL,
    offer          jsonb       NOT NULL CONSTRAINT application_offer_form CHECK (jsonb_typeof(offer) = 'object'),
    actor_role     text        NOT NULL CONSTRAINT application_offer_role_known CHECK (actor_role IN ('candidate', 'advisor')),
    actor_id       text        NOT NULL CONSTRAINT application_offer_signed CHECK (actor_id <> ''),
    actor_firm     text,
    made_at        timestamptz NOT NULL,
    CONSTRAINT application_offer_pkey PRIMARY KEY (application_id, version),
    CONSTRAINT application_offer_application_fkey FOREIGN KEY (application_id, candidate_id, owner_id)
        REFERENCES application (id, candidate_id, owner_id) ON DELETE CASCADE
);
COMMENT ON TABLE application_offer IS 'What an employer offered, and when it came; the highest version holds. Appended and never changed.';
COMMENT ON COLUMN application_offer.offer IS 'As POST /v1/offers/lift takes it; what it adds is worked out anew by the rules of received_on.';
CREATE TRIGGER application_offer_append_only BEFORE UPDATE OR TRUNCATE ON application_offer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE application_package (
    id             uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT application_package_pkey PRIMARY KEY,
    number         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT application_package_number_unique UNIQUE,
    application_id uuid        NOT NULL,
    candidate_id   uuid        NOT NULL,
    owner_id       text        NOT NULL,
    version        integer     NOT NULL CONSTRAINT application_package_version_range CHECK (version BETWEEN 1 AND 100),
    own_words      jsonb       NOT NULL,
    sent_in        text        CONSTRAINT application_package_sent_in_known CHECK (sent_in IN ('en', 'fr')),
    kept_in        text        NOT NULL CONSTRAINT application_package_kept_in_known CHECK (kept_in IN ('en', 'fr')),
    rules          text        NOT NULL,
    batch          uuid,
    actor_role     text        NOT NULL CONSTRAINT application_package_role_known CHECK (actor_role IN ('candidate', 'advisor')),
    actor_id       text        NOT NULL CONSTRAINT application_package_signed CHECK (actor_id <> ''),
    actor_firm     text,
    asked_at       timestamptz NOT NULL,
    state          text        NOT NULL DEFAULT 'queued' CONSTRAINT application_package_state_known CHECK (state IN
        ('queued', 'built', 'refused', 'failed')),
    as_of          date,
    refusal        text,
    refused_field  text,
    refused_why    text,
    ended_at       timestamptz,
    CONSTRAINT application_package_application_fkey FOREIGN KEY (application_id, candidate_id, owner_id)
        REFERENCES application (id, candidate_id, owner_id) ON DELETE CASCADE,
    CONSTRAINT application_package_version_unique UNIQUE (application_id, version),
    CONSTRAINT application_package_owned UNIQUE (id, application_id, candidate_id, owner_id),
    CONSTRAINT application_package_ended_whole CHECK ((state = 'queued') = (ended_at IS NULL)),
    CONSTRAINT application_package_dated CHECK ((as_of IS NOT NULL) = (state IN ('built', 'refused'))),
    CONSTRAINT application_package_refused_whole CHECK (
        (state = 'refused') = (refusal IS NOT NULL)
        AND num_nulls(refusal, refused_field, refused_why) IN (0, 3))
);
CREATE INDEX application_package_by_batch ON application_package (batch, number) WHERE batch IS NOT NULL;
CREATE INDEX application_package_by_candidate ON application_package (candidate_id);
COMMENT ON TABLE application_package IS 'What was to be sent for an application, once for each time it was asked for: its inputs beside the documents, and how it ended.';
COMMENT ON COLUMN application_package.own_words IS 'Of the letter, as they were when it was asked for.';
COMMENT ON COLUMN application_package.sent_in IS 'Language of résumé and letter; NULL: that of the posting.';
COMMENT ON COLUMN application_package.rules IS 'A rule set to show beside the usual ones; empty: none.';
COMMENT ON COLUMN application_package.batch IS 'Of those that were asked for at once.';
COMMENT ON COLUMN application_package.as_of IS 'The day for which it was built, or refused.';
COMMENT ON COLUMN application_package.refusal IS 'The name of the reason; refused_why has its words, and refused_field what it is of.';

CREATE TABLE application_package_file (
    package_id     uuid     NOT NULL,
    application_id uuid     NOT NULL,
    candidate_id   uuid     NOT NULL,
    owner_id       text     NOT NULL,
    place          smallint NOT NULL,
    name           text     NOT NULL CONSTRAINT application_package_file_name_form CHECK (name ~ '^[A-Za-z0-9_]+\.[a-z0-9]+$'),
    content        bytea    NOT NULL CONSTRAINT application_package_file_size CHECK (octet_length(content) <= 8388608),
    CONSTRAINT application_package_file_pkey PRIMARY KEY (package_id, place),
    CONSTRAINT application_package_file_name_unique UNIQUE (package_id, name),
    CONSTRAINT application_package_file_package_fkey FOREIGN KEY (package_id, application_id, candidate_id, owner_id)
        REFERENCES application_package (id, application_id, candidate_id, owner_id) ON DELETE CASCADE
);
-- PDF and DOCX are compressed already.
ALTER TABLE application_package_file ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE application_package_file IS 'The files of a package, in the order in which they stand in its archive.';

CREATE TABLE application_day (
    id             bigint NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT application_day_pkey PRIMARY KEY,
    application_id uuid   NOT NULL,
    candidate_id   uuid   NOT NULL,
    owner_id       text   NOT NULL,
    package_id     uuid   NOT NULL,
    due_on         date   NOT NULL,
    words          text   NOT NULL,
    CONSTRAINT application_day_package_fkey FOREIGN KEY (package_id, application_id, candidate_id, owner_id)
        REFERENCES application_package (id, application_id, candidate_id, owner_id) ON DELETE CASCADE
);
CREATE INDEX application_day_by_application ON application_day (application_id, due_on);
CREATE INDEX application_day_by_package ON application_day (package_id);
COMMENT ON TABLE application_day IS 'The days of the checklist in the package that was built last.';

-- Whoever asks for a package asks jobscout-worker; its job comes with it, or neither does.
CREATE FUNCTION queue_package() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO job (kind, arguments, turn)
    VALUES ('package', json_build_object('package', NEW.id), CASE WHEN NEW.batch IS NULL THEN 1 ELSE 2 END);
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION queue_package() FROM PUBLIC;
CREATE TRIGGER application_package_queued AFTER INSERT ON application_package FOR EACH ROW EXECUTE FUNCTION queue_package();

-- A job that is given up for good ends its package, whoever gives it up.
CREATE FUNCTION fail_package() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE application_package SET state = 'failed', ended_at = NEW.finished_at
    WHERE id = (NEW.arguments->>'package')::uuid AND state = 'queued';
    RETURN NULL;
END
$$;
CREATE TRIGGER job_of_package_failed AFTER UPDATE OF state ON job FOR EACH ROW
    WHEN (NEW.kind = 'package' AND NEW.state = 'failed') EXECUTE FUNCTION fail_package();

-- Of which applications packages and days are, to note who reads them before they are read.
CREATE VIEW client_package WITH (security_barrier) AS
SELECT package.id, package.number, package.application_id, package.candidate_id, package.state, package.batch
FROM application_package AS package
JOIN candidate_firm_consent AS consent USING (candidate_id, owner_id)
WHERE consent.withdrawn_at IS NULL AND consent.firm = current_setting('jobscout.firm', true);
CREATE VIEW client_day WITH (security_barrier) AS
SELECT day.id, day.candidate_id, day.due_on
FROM application_day AS day
JOIN application ON application.id = day.application_id
JOIN candidate_firm_consent AS consent ON consent.candidate_id = day.candidate_id AND consent.owner_id = day.owner_id
WHERE consent.withdrawn_at IS NULL AND consent.firm = current_setting('jobscout.firm', true)
  AND application.state NOT IN ('refused', 'withdrawn');
-- How far those are that somebody asked for at once; figures alone.
CREATE VIEW package_batch WITH (security_barrier) AS
SELECT batch AS id, min(asked_at) AS asked_at, count(*) AS total,
    count(*) FILTER (WHERE state = 'queued') AS queued, count(*) FILTER (WHERE state = 'built') AS built,
    count(*) FILTER (WHERE state = 'refused') AS refused, count(*) FILTER (WHERE state = 'failed') AS failed
FROM application_package
WHERE batch IS NOT NULL AND actor_id = current_setting('jobscout.principal', true)
GROUP BY batch;

ALTER TABLE application_letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_letter FORCE ROW LEVEL SECURITY;
CREATE POLICY application_letter_of_owner ON application_letter FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_letter_of_firm ON application_letter FOR SELECT TO jobscout_api
    USING (reads_applications(candidate_id, owner_id));
CREATE POLICY application_letter_made ON application_letter FOR INSERT TO jobscout_api
    WITH CHECK (actor_id = current_setting('jobscout.principal', true)
                AND (owner_id = current_setting('jobscout.principal', true)
                     OR actor_role = 'advisor' AND actor_firm = current_setting('jobscout.firm', true)
                        AND reads_applications(candidate_id, owner_id)));

ALTER TABLE application_offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_offer FORCE ROW LEVEL SECURITY;
CREATE POLICY application_offer_of_owner ON application_offer FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_offer_of_firm ON application_offer FOR SELECT TO jobscout_api
    USING (reads_applications(candidate_id, owner_id));
CREATE POLICY application_offer_made ON application_offer FOR INSERT TO jobscout_api
    WITH CHECK (actor_id = current_setting('jobscout.principal', true)
                AND (owner_id = current_setting('jobscout.principal', true)
                     OR actor_role = 'advisor' AND actor_firm = current_setting('jobscout.firm', true)
                        AND reads_applications(candidate_id, owner_id)));

ALTER TABLE application_package ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_package FORCE ROW LEVEL SECURITY;
CREATE POLICY application_package_of_owner ON application_package FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_package_of_firm ON application_package FOR SELECT TO jobscout_api
    USING (reads_applications(candidate_id, owner_id));
CREATE POLICY application_package_asked_for ON application_package FOR INSERT TO jobscout_api
    WITH CHECK (actor_id = current_setting('jobscout.principal', true) AND state = 'queued'
                AND (owner_id = current_setting('jobscout.principal', true)
                     OR actor_role = 'advisor' AND actor_firm = current_setting('jobscout.firm', true)
                        AND reads_applications(candidate_id, owner_id)));
CREATE POLICY application_package_for_worker ON application_package FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY application_package_ended_once ON application_package FOR UPDATE TO jobscout_worker
    USING (state = 'queued') WITH CHECK (true);
CREATE POLICY application_package_for_shown ON application_package FOR SELECT TO jobscout_shown USING (true);

ALTER TABLE application_package_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_package_file FORCE ROW LEVEL SECURITY;
CREATE POLICY application_package_file_of_owner ON application_package_file FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_package_file_of_firm ON application_package_file FOR SELECT TO jobscout_api
    USING (reads_applications(candidate_id, owner_id));
CREATE POLICY application_package_file_made ON application_package_file FOR INSERT TO jobscout_worker WITH CHECK (true);

ALTER TABLE application_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_day FORCE ROW LEVEL SECURITY;
CREATE POLICY application_day_of_owner ON application_day FOR SELECT
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY application_day_of_firm ON application_day FOR SELECT TO jobscout_api
    USING (reads_applications(candidate_id, owner_id));
CREATE POLICY application_day_for_worker ON application_day TO jobscout_worker USING (true);
CREATE POLICY application_day_for_shown ON application_day FOR SELECT TO jobscout_shown USING (true);

CREATE POLICY application_for_worker ON application FOR SELECT TO jobscout_worker USING (true);

GRANT SELECT, INSERT (application_id, candidate_id, owner_id, version, own_words, actor_role, actor_id, actor_firm, made_at)
    ON application_letter TO jobscout_api;
GRANT SELECT, INSERT (application_id, candidate_id, owner_id, version, received_on, offer, actor_role, actor_id, actor_firm,
                      made_at) ON application_offer TO jobscout_api;
GRANT SELECT, INSERT (application_id, candidate_id, owner_id, version, own_words, sent_in, kept_in, rules, batch, actor_role,
                      actor_id, actor_firm, asked_at) ON application_package TO jobscout_api;
GRANT SELECT ON application_package_file, application_day, client_package, client_day, package_batch TO jobscout_api;
GRANT SELECT ON application_package, application_day TO jobscout_shown;
GRANT SELECT ON application TO jobscout_worker;
-- The evidence card of the posting.
GRANT SELECT (posting_id, file, line, sha256, fetched_at) ON posting_record TO jobscout_worker;
GRANT SELECT ON verification_basis, cleared_check TO jobscout_worker;
GRANT SELECT, UPDATE (state, as_of, refusal, refused_field, refused_why, ended_at) ON application_package TO jobscout_worker;
GRANT INSERT ON application_package_file TO jobscout_worker;
GRANT SELECT, INSERT (application_id, candidate_id, owner_id, package_id, due_on, words), DELETE ON application_day TO jobscout_worker;

-- Row-level security holds for the owner of the tables, too.
RESET ROLE;
ALTER VIEW client_package OWNER TO jobscout_shown;
ALTER VIEW client_day OWNER TO jobscout_shown;
ALTER VIEW package_batch OWNER TO jobscout_shown;
