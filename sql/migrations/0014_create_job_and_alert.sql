-- Work that goes on in the background, what people have saved to be searched again, and what was
-- found for them.
DO $$
BEGIN
    CREATE ROLE jobscout_worker LOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END
$$;
GRANT USAGE ON SCHEMA public TO jobscout_worker;

SET LOCAL ROLE jobscout_owner;
GRANT SELECT ON schema_migration TO jobscout_worker;

CREATE TABLE job (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT job_pkey PRIMARY KEY,
    kind         text        NOT NULL CONSTRAINT job_kind_named CHECK (kind ~ '^[a-z_]+$'),
    arguments    jsonb       NOT NULL CONSTRAINT job_arguments_form CHECK (jsonb_typeof(arguments) = 'object'),
    state        text        NOT NULL DEFAULT 'waiting' CONSTRAINT job_state_known CHECK (state IN
        ('waiting', 'running', 'done', 'failed')),
    attempts     integer     NOT NULL DEFAULT 0,
    run_after    timestamptz NOT NULL DEFAULT now(),
    lease        uuid,
    leased_until timestamptz,
    progress     jsonb       NOT NULL DEFAULT '{}' CONSTRAINT job_progress_form CHECK (jsonb_typeof(progress) = 'object'),
    error        text        NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    CONSTRAINT job_leased_while_running CHECK ((state = 'running') = (lease IS NOT NULL)
                                               AND (state = 'running') = (leased_until IS NOT NULL)),
    CONSTRAINT job_finished_whole CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
);
-- The same work is not asked for twice while it waits or runs.
CREATE UNIQUE INDEX job_unfinished_unique ON job (kind, arguments) WHERE state IN ('waiting', 'running');
CREATE INDEX job_by_turn ON job (run_after, id) WHERE state IN ('waiting', 'running');
COMMENT ON TABLE job IS 'Work for jobscout-worker. No personal data stands here, only ids.';
COMMENT ON COLUMN job.attempts IS 'How often it was begun since its progress last moved.';
COMMENT ON COLUMN job.lease IS 'Whose it is: a worker that has lost its lease can write nothing for the job any more.';
COMMENT ON COLUMN job.leased_until IS 'The worker moves it on while it lives; after this the job is taken by another.';
COMMENT ON COLUMN job.progress IS 'How far it has come, written in the same transaction as the results of each step; in the end its result.';
COMMENT ON COLUMN job.error IS 'Why the last attempt ended early.';

-- The worker alone: nothing that the API is asked for is put into jobs.
GRANT SELECT, INSERT, UPDATE ON job TO jobscout_worker;

-- A candidate and its owner as one key, so that a saved search can be nobody else's than the
-- candidate it is for.
ALTER TABLE candidate ADD CONSTRAINT candidate_owner_key UNIQUE (id, owner_id);

CREATE TABLE saved_search (
    id             uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT saved_search_pkey PRIMARY KEY,
    owner_id       text        NOT NULL CONSTRAINT saved_search_owned CHECK (owner_id <> ''),
    version        bigint      NOT NULL DEFAULT 1,
    name           text        NOT NULL CONSTRAINT saved_search_name_short CHECK (length(name) BETWEEN 1 AND 100),
    candidate_id   uuid,
    match_order    text        CONSTRAINT saved_search_order_known CHECK (match_order IN ('fit', 'lift')),
    query          jsonb       CONSTRAINT saved_search_query_form CHECK (jsonb_typeof(query) = 'object'),
    notify         boolean     NOT NULL,
    revision_seen  bigint      NOT NULL,
    feed_sha256    text        CONSTRAINT saved_search_feed_unique UNIQUE
                               CONSTRAINT saved_search_feed_form CHECK (feed_sha256 ~ '^[0-9a-f]{64}$'),
    feed_language  text        CONSTRAINT saved_search_feed_language_known CHECK (feed_language IN ('en', 'fr')),
    created_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT saved_search_candidate_fkey FOREIGN KEY (candidate_id, owner_id)
        REFERENCES candidate (id, owner_id) ON DELETE CASCADE,
    CONSTRAINT saved_search_asks_something CHECK (num_nonnulls(candidate_id, query) > 0),
    CONSTRAINT saved_search_order_of_candidate CHECK (num_nulls(candidate_id, match_order) IN (0, 2)),
    CONSTRAINT saved_search_feed_whole CHECK (num_nulls(feed_sha256, feed_language) IN (0, 2))
);
CREATE INDEX saved_search_by_owner ON saved_search (owner_id, created_at, id);
CREATE INDEX saved_search_by_candidate ON saved_search (candidate_id);
COMMENT ON TABLE saved_search IS 'What somebody wants to be told of when new postings come.';
COMMENT ON COLUMN saved_search.candidate_id IS 'Whose matches are asked for, or who is held against what the search finds; NULL: a search alone.';
COMMENT ON COLUMN saved_search.query IS 'Words and filters as a search takes them (services/wire/saved_search_json.hpp); NULL: all matches.';
COMMENT ON COLUMN saved_search.revision_seen IS 'New postings up to this revision have been looked at.';
COMMENT ON COLUMN saved_search.feed_sha256 IS 'Of the token in the address of its feed: whoever reads this table cannot read the feed. NULL: no feed.';

CREATE TABLE alert_digest (
    id              bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT alert_digest_pkey PRIMARY KEY,
    saved_search_id uuid        NOT NULL CONSTRAINT alert_digest_saved_search_id_fkey
                                         REFERENCES saved_search (id) ON DELETE CASCADE,
    revision_after  bigint      NOT NULL,
    revision        bigint      NOT NULL,
    day             date        NOT NULL,
    rules           text        NOT NULL,
    matching        integer     NOT NULL CONSTRAINT alert_digest_has_matches CHECK (matching > 0),
    made_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT alert_digest_revisions_ordered CHECK (revision_after <= revision)
);
CREATE INDEX alert_digest_by_search ON alert_digest (saved_search_id, id DESC);
COMMENT ON TABLE alert_digest IS 'New postings of one saved search between two revisions: what a mail or a feed shows. Ids and figures only.';
COMMENT ON COLUMN alert_digest.day IS 'For which its postings are open, and fit and points were worked out.';
COMMENT ON COLUMN alert_digest.rules IS 'The rule set of the points.';
COMMENT ON COLUMN alert_digest.matching IS 'How many new postings there were; those announced are the best of them.';

CREATE TABLE alerted_posting (
    saved_search_id uuid     NOT NULL CONSTRAINT alerted_posting_saved_search_id_fkey
                                      REFERENCES saved_search (id) ON DELETE CASCADE,
    posting_id      bigint   NOT NULL CONSTRAINT alerted_posting_posting_id_fkey REFERENCES posting (id),
    digest_id       bigint   NOT NULL CONSTRAINT alerted_posting_digest_id_fkey
                                      REFERENCES alert_digest (id) ON DELETE CASCADE,
    place           smallint NOT NULL,
    fit             smallint CONSTRAINT alerted_posting_fit_range CHECK (fit BETWEEN 0 AND 100),
    basis_points    smallint,
    CONSTRAINT alerted_posting_pkey PRIMARY KEY (saved_search_id, posting_id)
);
CREATE INDEX alerted_posting_by_digest ON alerted_posting (digest_id, place);
COMMENT ON TABLE alerted_posting IS 'A posting is announced once for a saved search.';
COMMENT ON COLUMN alerted_posting.fit IS 'On the day of the digest; NULL where no candidate is held against it.';
COMMENT ON COLUMN alerted_posting.basis_points IS 'What an offer would add under the rules of the digest; NULL: not known, or no candidate.';

ALTER TABLE saved_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_search FORCE ROW LEVEL SECURITY;
CREATE POLICY saved_search_of_owner ON saved_search
    USING (owner_id = current_setting('jobscout.principal', true)
           OR current_setting('jobscout.sees_all', true) = 'on');
-- Whoever has the address of a feed sees its saved search, and no other.
CREATE POLICY saved_search_of_feed ON saved_search FOR SELECT
    USING (feed_sha256 = current_setting('jobscout.feed', true));

ALTER TABLE alert_digest ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_digest FORCE ROW LEVEL SECURITY;
CREATE POLICY alert_digest_of_search ON alert_digest
    USING (EXISTS (SELECT FROM saved_search WHERE saved_search.id = saved_search_id));
ALTER TABLE alerted_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE alerted_posting FORCE ROW LEVEL SECURITY;
CREATE POLICY alerted_posting_of_search ON alerted_posting
    USING (EXISTS (SELECT FROM saved_search WHERE saved_search.id = saved_search_id));

-- The worker works for everyone, and changes nobody's document.
CREATE POLICY candidate_for_worker ON candidate FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY saved_search_for_worker ON saved_search TO jobscout_worker USING (true);
CREATE POLICY alert_digest_for_worker ON alert_digest TO jobscout_worker USING (true);
CREATE POLICY alerted_posting_for_worker ON alerted_posting TO jobscout_worker USING (true);
CREATE POLICY posting_for_worker ON posting FOR SELECT TO jobscout_worker USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_search TO jobscout_api;
GRANT SELECT ON alert_digest, alerted_posting TO jobscout_api;
GRANT SELECT ON candidate TO jobscout_worker;
GRANT SELECT, UPDATE (revision_seen) ON saved_search TO jobscout_worker;
GRANT SELECT, INSERT ON alert_digest, alerted_posting TO jobscout_worker;
GRANT SELECT ON reference_import, oasis_rating, gazetteer_place, place, revision_counter, employer, employer_alias, posting, posting_place, posting_trust, posting_history TO jobscout_worker;

-- Which postings came to be served after a revision, for the alerts.
CREATE INDEX posting_history_by_arrival ON posting_history (revision)
    WHERE state IN ('new', 'released', 'renewed', 'back_again');
