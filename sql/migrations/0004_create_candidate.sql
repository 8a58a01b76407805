-- Candidates are people. A row exists only for its owner: each transaction of the API says who asks
-- with set_config('jobscout.principal', ..., true), and forgetting to say so shows nothing.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE candidate (
    id               uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT candidate_pkey PRIMARY KEY,
    owner_id         text        NOT NULL CONSTRAINT candidate_owned CHECK (owner_id <> ''),
    version          bigint      NOT NULL DEFAULT 1,
    document         jsonb       NOT NULL CONSTRAINT candidate_document_form CHECK (jsonb_typeof(document) = 'object'),
    consent_given_at timestamptz,
    consent_wording  text,
    created_at       timestamptz NOT NULL DEFAULT now(),
    replaced_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT candidate_consent_whole CHECK (num_nulls(consent_given_at, consent_wording) IN (0, 2))
);
CREATE INDEX candidate_by_owner ON candidate (owner_id);
COMMENT ON TABLE candidate IS 'Candidate documents (services/wire/candidate.schema.json) and who owns them.';
COMMENT ON COLUMN candidate.version IS 'Counts replacements; the ETag.';
COMMENT ON COLUMN candidate.consent_wording IS 'What the person agreed to, as it was shown. NULL: not asked yet.';

ALTER TABLE candidate ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_of_owner ON candidate
    USING (owner_id = current_setting('jobscout.principal', true)
           OR current_setting('jobscout.sees_all', true) = 'on');

GRANT SELECT, INSERT, UPDATE ON candidate TO jobscout_api;
