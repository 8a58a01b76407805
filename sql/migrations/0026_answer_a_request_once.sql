-- What is asked again under the same Idempotency-Key is answered as before and not done twice.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE answered_request (
    owner_id       text        NOT NULL CONSTRAINT answered_request_owned CHECK (owner_id <> ''),
    key_digest     text        NOT NULL CONSTRAINT answered_request_key_form CHECK (key_digest ~ '^[0-9a-f]{64}$'),
    request_digest text        NOT NULL CONSTRAINT answered_request_request_form CHECK (request_digest ~ '^[0-9a-f]{64}$'),
    began_at       timestamptz NOT NULL,
    sealed         text,
    CONSTRAINT answered_request_pkey PRIMARY KEY (owner_id, key_digest)
);
CREATE INDEX answered_request_by_age ON answered_request (began_at);
COMMENT ON TABLE answered_request IS 'That somebody asked for something under a key of theirs, for a day; the key itself is not kept.';
COMMENT ON COLUMN answered_request.request_digest IS 'Of method, target and body.';
COMMENT ON COLUMN answered_request.sealed IS
    'The answer, which only the key opens. NULL: it is being worked on, or whoever worked on it ended without a word.';

ALTER TABLE answered_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE answered_request FORCE ROW LEVEL SECURITY;
CREATE POLICY answered_request_of_owner ON answered_request
    USING (owner_id = current_setting('jobscout.principal', true));
CREATE POLICY answered_request_for_worker ON answered_request FOR SELECT TO jobscout_worker USING (true);
CREATE POLICY answered_request_removed_by_worker ON answered_request FOR DELETE TO jobscout_worker
    USING (began_at < nullif(current_setting('jobscout.expired_before', true), '')::date);

GRANT SELECT, INSERT (owner_id, key_digest, request_digest, began_at), UPDATE (sealed), DELETE ON answered_request TO jobscout_api;
GRANT SELECT (owner_id, key_digest, began_at), DELETE ON answered_request TO jobscout_worker;
