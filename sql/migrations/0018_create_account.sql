-- People who sign in: accounts, the firms of advisors, sessions, tokens, and mail on its way. Secrets
-- stand here as digests only. A row exists for its account alone: a transaction says with
-- jobscout.principal whose it is, with jobscout.secret the digest of what was shown, or with
-- jobscout.email which address is asked for.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE firm (
    id        uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT firm_pkey PRIMARY KEY,
    name      text        NOT NULL CONSTRAINT firm_name_short CHECK (length(name) BETWEEN 1 AND 200),
    opened_by text        NOT NULL CONSTRAINT firm_opened_by_somebody CHECK (opened_by <> ''),
    opened_at timestamptz NOT NULL
);
COMMENT ON TABLE firm IS 'Where advisors work; opened by an operator.';

CREATE TABLE account (
    id                uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT account_pkey PRIMARY KEY,
    email             text        NOT NULL CONSTRAINT account_email_unique UNIQUE
                                  CONSTRAINT account_email_form CHECK (email = lower(email) AND email ~ '^[!-~]{1,64}@[!-~]{1,253}$'),
    role              text        NOT NULL CONSTRAINT account_role_known CHECK (role IN
        ('candidate', 'advisor', 'employer', 'operator', 'reviewer')),
    password_hash     text        CONSTRAINT account_password_hashed CHECK (password_hash LIKE '$argon2id$%'),
    language          text        NOT NULL CONSTRAINT account_language_known CHECK (language IN ('en', 'fr')),
    email_verified_at timestamptz,
    disabled_at       timestamptz,
    firm_id           uuid        CONSTRAINT account_firm_id_fkey REFERENCES firm (id),
    standing          text        CONSTRAINT account_standing_known CHECK (standing IN ('regulated', 'employment_adviser')),
    licence_number    text        CONSTRAINT account_licence_number_short CHECK (length(licence_number) BETWEEN 1 AND 40),
    totp_secret       text,
    totp_confirmed_at timestamptz,
    totp_step         bigint,
    created_at        timestamptz NOT NULL,
    CONSTRAINT account_firm_of_advisor CHECK ((role = 'advisor') = (firm_id IS NOT NULL)),
    CONSTRAINT account_standing_of_advisor CHECK (role = 'advisor' OR num_nonnulls(standing, licence_number) = 0),
    CONSTRAINT account_regulated_by_number CHECK ((standing = 'regulated') IS NOT TRUE OR licence_number IS NOT NULL),
    CONSTRAINT account_totp_whole CHECK (totp_secret IS NOT NULL OR num_nonnulls(totp_confirmed_at, totp_step) = 0)
);
CREATE INDEX account_by_firm ON account (firm_id) WHERE firm_id IS NOT NULL;
COMMENT ON TABLE account IS 'Who can sign in. Its id is the principal''s, and so the owner_id of what belongs to it.';
COMMENT ON COLUMN account.password_hash IS 'argon2id with its parameters; NULL: invited, and has chosen none yet.';
COMMENT ON COLUMN account.email_verified_at IS 'When a secret that was mailed came back; NULL: nobody can sign in with it.';
COMMENT ON COLUMN account.standing IS 'What an advisor says of themselves; NULL: not stated yet.';
COMMENT ON COLUMN account.licence_number IS 'Of the College of Immigration and Citizenship Consultants, a bar, or the Chambre des notaires.';
COMMENT ON COLUMN account.totp_secret IS 'Sealed with the key of the API''s key file.';
COMMENT ON COLUMN account.totp_step IS 'The last step of which a code was taken: none is taken twice.';

CREATE TABLE account_session (
    id               uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT account_session_pkey PRIMARY KEY,
    sha256           text        NOT NULL CONSTRAINT account_session_token_unique UNIQUE
                                 CONSTRAINT account_session_token_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    account_id       uuid        NOT NULL CONSTRAINT account_session_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    created_at       timestamptz NOT NULL,
    second_factor_at timestamptz,
    used_at          timestamptz NOT NULL,
    idle_expires_at  timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    user_agent       text        NOT NULL CONSTRAINT account_session_user_agent_short CHECK (length(user_agent) <= 120)
);
CREATE INDEX account_session_by_account ON account_session (account_id, created_at);
COMMENT ON TABLE account_session IS 'Who is signed in where. No address is kept.';
COMMENT ON COLUMN account_session.created_at IS 'When the password was given.';
COMMENT ON COLUMN account_session.second_factor_at IS 'When the second factor was given; NULL: not.';

CREATE TABLE account_device (
    sha256     text        NOT NULL CONSTRAINT account_device_pkey PRIMARY KEY
                           CONSTRAINT account_device_token_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    account_id uuid        NOT NULL CONSTRAINT account_device_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX account_device_by_account ON account_device (account_id);
COMMENT ON TABLE account_device IS
    'Browsers in which an account has signed in: others who guess at its password do not keep them waiting.';

CREATE TABLE api_token (
    id         uuid        NOT NULL DEFAULT gen_random_uuid() CONSTRAINT api_token_pkey PRIMARY KEY,
    sha256     text        NOT NULL CONSTRAINT api_token_unique UNIQUE
                           CONSTRAINT api_token_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    account_id uuid        NOT NULL CONSTRAINT api_token_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    name       text        NOT NULL CONSTRAINT api_token_name_short CHECK (length(name) BETWEEN 1 AND 100),
    scopes     text[]      NOT NULL CONSTRAINT api_token_scoped CHECK (cardinality(scopes) > 0),
    created_at timestamptz NOT NULL,
    used_at    timestamptz,
    expires_at timestamptz NOT NULL
);
CREATE INDEX api_token_by_account ON api_token (account_id, created_at);
COMMENT ON TABLE api_token IS 'By which a program acts for an account, within scopes.';

CREATE TABLE recovery_code (
    account_id uuid NOT NULL CONSTRAINT recovery_code_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    sha256     text NOT NULL CONSTRAINT recovery_code_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, sha256)
);
COMMENT ON TABLE recovery_code IS
    'Each stands once for a second factor that is lost. SHA-256 is enough: a code has 128 random bits.';

CREATE TABLE account_token (
    sha256     text        NOT NULL CONSTRAINT account_token_pkey PRIMARY KEY
                           CONSTRAINT account_token_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    account_id uuid        NOT NULL CONSTRAINT account_token_account_id_fkey REFERENCES account (id) ON DELETE CASCADE,
    purpose    text        NOT NULL CONSTRAINT account_token_purpose_known CHECK (purpose IN
        ('verify_email', 'reset_password', 'unsubscribe')),
    expires_at timestamptz NOT NULL
);
CREATE INDEX account_token_by_account ON account_token (account_id);
COMMENT ON TABLE account_token IS 'Secrets that were mailed; each is removed when it comes back.';

CREATE TABLE sign_in_attempt (
    subject      text        NOT NULL CONSTRAINT sign_in_attempt_pkey PRIMARY KEY
                             CONSTRAINT sign_in_attempt_hashed CHECK (subject ~ '^[0-9a-f]{64}$'),
    attempts     integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    forget_after timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_by_age ON sign_in_attempt (forget_after);
COMMENT ON TABLE sign_in_attempt IS
    'How often something was tried, by a keyed hash of the account''s address, the caller''s address or a device.';

CREATE TABLE mail_outbox (
    id              bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT mail_outbox_pkey PRIMARY KEY,
    recipient       text        NOT NULL,
    language        text        NOT NULL CONSTRAINT mail_outbox_language_known CHECK (language IN ('en', 'fr')),
    subject         text        NOT NULL,
    body            text        NOT NULL,
    unsubscribe_url text,
    queued_at       timestamptz NOT NULL DEFAULT now(),
    attempts        integer     NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX mail_outbox_by_turn ON mail_outbox (due_at, id);
COMMENT ON TABLE mail_outbox IS
    'Mail that is not sent yet, written in the transaction that causes it; removed when it is sent or given up.';
COMMENT ON COLUMN mail_outbox.unsubscribe_url IS 'For one click (RFC 8058); NULL: mail about the account itself.';

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY account_of_principal ON account
    USING (id::text = current_setting('jobscout.principal', true));
-- Before anybody is signed in: the address that was typed, and no account of others can be made so.
CREATE POLICY account_of_email ON account
    USING (email = current_setting('jobscout.email', true))
    WITH CHECK (email = current_setting('jobscout.email', true) AND role = 'candidate');
-- An operator invites advisors through the API; everything else is made on the machine itself, as the owner.
CREATE POLICY account_invited ON account FOR INSERT TO jobscout_api
    WITH CHECK (role = 'advisor' AND email_verified_at IS NULL AND current_setting('jobscout.opens_accounts', true) = 'on');
CREATE POLICY account_for_operator ON account TO jobscout_owner
    USING (current_setting('jobscout.opens_accounts', true) = 'on');

ALTER TABLE account_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_session FORCE ROW LEVEL SECURITY;
ALTER TABLE account_device ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_device FORCE ROW LEVEL SECURITY;
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_token FORCE ROW LEVEL SECURITY;
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
ALTER TABLE account_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_token FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_outbox FORCE ROW LEVEL SECURITY;

CREATE POLICY account_session_of_account ON account_session
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY account_session_of_secret ON account_session FOR SELECT
    USING (sha256 = current_setting('jobscout.secret', true));
CREATE POLICY account_device_of_account ON account_device
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY api_token_of_account ON api_token
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY api_token_of_secret ON api_token FOR SELECT
    USING (sha256 = current_setting('jobscout.secret', true));
CREATE POLICY recovery_code_of_account ON recovery_code
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY account_token_of_account ON account_token
    USING (account_id::text = current_setting('jobscout.principal', true));
CREATE POLICY account_token_of_secret ON account_token FOR SELECT
    USING (sha256 = current_setting('jobscout.secret', true));
-- What is queued can be read back by the worker alone.
CREATE POLICY mail_outbox_written ON mail_outbox FOR INSERT WITH CHECK (true);
CREATE POLICY mail_outbox_for_worker ON mail_outbox TO jobscout_worker USING (true);

GRANT SELECT, INSERT (name, opened_by, opened_at) ON firm TO jobscout_api;
-- Role, address and firm of an account stay what they were made as.
GRANT SELECT, INSERT ON account TO jobscout_api;
GRANT UPDATE (password_hash, language, email_verified_at, disabled_at, standing, licence_number,
              totp_secret, totp_confirmed_at, totp_step) ON account TO jobscout_api;
GRANT SELECT, INSERT, DELETE, UPDATE (sha256, second_factor_at, used_at, idle_expires_at, expires_at) ON account_session TO jobscout_api;
GRANT SELECT, INSERT, DELETE ON account_device, recovery_code, account_token TO jobscout_api;
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON api_token TO jobscout_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO jobscout_api;
GRANT INSERT (recipient, language, subject, body, unsubscribe_url) ON mail_outbox TO jobscout_api;
GRANT SELECT, DELETE, UPDATE (attempts, due_at) ON mail_outbox TO jobscout_worker;
