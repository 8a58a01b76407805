-- Run by deploy/restore in a cluster restored to a moment: people do not come back whom it was promised that they are gone, and
-- what ended later does not begin again. later_* hold what the end of the WAL says (deploy/restore lists their columns).

-- Profiles and accounts that were deleted later. Only digests of their numbers are kept.
CREATE TEMPORARY TABLE gone_account AS
SELECT account.id, account.id::text AS owner_id
FROM account JOIN later_account_deletion AS deletion
    ON deletion.id_sha256 = encode(sha256(convert_to(account.id::text, 'UTF8')), 'hex');
CREATE TEMPORARY TABLE gone_candidate AS
SELECT candidate.id, candidate.owner_id
FROM candidate JOIN later_candidate_deletion AS deletion
    ON deletion.id_sha256 = encode(sha256(convert_to(candidate.id::text, 'UTF8')), 'hex');
DELETE FROM answered_request WHERE owner_id IN (SELECT owner_id FROM gone_account);
DELETE FROM saved_search WHERE owner_id IN (SELECT owner_id FROM gone_account);
DELETE FROM candidate WHERE id IN (SELECT id FROM gone_candidate)
    OR owner_id IN (SELECT owner_id FROM gone_account);
DELETE FROM saved_search
WHERE owner_id IN (SELECT owner_id FROM gone_candidate)
    AND NOT EXISTS (SELECT FROM candidate WHERE candidate.owner_id = saved_search.owner_id);
DELETE FROM account WHERE id IN (SELECT id FROM gone_account);
INSERT INTO candidate_deletion (id_sha256, deleted_on)
SELECT id_sha256, deleted_on FROM later_candidate_deletion EXCEPT ALL SELECT id_sha256, deleted_on FROM candidate_deletion;
INSERT INTO account_deletion (id_sha256, deleted_on)
SELECT id_sha256, deleted_on FROM later_account_deletion EXCEPT ALL SELECT id_sha256, deleted_on FROM account_deletion;
SELECT 'deleted again: ' || (SELECT count(*) FROM gone_candidate) || ' profiles, '
    || (SELECT count(*) FROM gone_account) || ' accounts';

-- Consents that were withdrawn later. A trigger of candidate lets nobody but the owner do that.
DO $$
DECLARE
    withdrawn record;
BEGIN
    FOR withdrawn IN
        SELECT candidate.id, candidate.owner_id FROM candidate JOIN later_candidate AS later ON later.id = candidate.id
        WHERE later.shown_to_employers_at IS NULL AND candidate.shown_to_employers_at IS NOT NULL
    LOOP
        PERFORM set_config('jobscout.principal', withdrawn.owner_id, true);
        UPDATE candidate SET shown_to_employers_at = NULL, shown_to_employers_wording = NULL WHERE id = withdrawn.id;
    END LOOP;
END
$$;
DELETE FROM candidate_alias USING candidate
WHERE candidate.id = candidate_alias.candidate_id AND candidate.shown_to_employers_at IS NULL;
UPDATE candidate_firm_consent SET withdrawn_at = later.withdrawn_at
FROM later_candidate_firm_consent AS later
WHERE later.id = candidate_firm_consent.id AND later.withdrawn_at IS NOT NULL AND candidate_firm_consent.withdrawn_at IS NULL;
UPDATE candidate_agreement SET answered_at = later.answered_at, agreed = later.agreed, wording = later.wording
FROM later_candidate_agreement AS later
WHERE later.id = candidate_agreement.id AND candidate_agreement.agreed AND NOT later.agreed;
UPDATE mail_consent SET withdrawn_at = later.withdrawn_at
FROM later_mail_consent AS later
WHERE later.id = mail_consent.id AND later.withdrawn_at IS NOT NULL AND mail_consent.withdrawn_at IS NULL;

-- How people sign in: as they last said. A session, a token, a code that ended or was used does not count again.
UPDATE account SET password_hash = later.password_hash, totp_secret = later.totp_secret,
    totp_confirmed_at = later.totp_confirmed_at, totp_step = later.totp_step, disabled_at = later.disabled_at
FROM later_account AS later
WHERE later.id = account.id;
DELETE FROM recovery_code;
INSERT INTO recovery_code (account_id, sha256)
SELECT account_id, sha256 FROM later_recovery_code WHERE account_id IN (SELECT id FROM account);
DELETE FROM account_session WHERE sha256 NOT IN (SELECT sha256 FROM later_account_session);
DELETE FROM account_device WHERE sha256 NOT IN (SELECT sha256 FROM later_account_device);
DELETE FROM account_token WHERE sha256 NOT IN (SELECT sha256 FROM later_account_token);
DELETE FROM api_token WHERE id NOT IN (SELECT id FROM later_api_token);

-- Mail that was sent later is not sent again.
DELETE FROM mail_outbox WHERE id NOT IN (SELECT id FROM later_mail_outbox);
UPDATE mail_digest SET handed_at = later.handed_at, state = later.state
FROM later_mail_digest AS later
WHERE later.id = mail_digest.id AND mail_digest.state = 'waiting';
