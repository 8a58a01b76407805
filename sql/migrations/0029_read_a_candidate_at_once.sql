-- The candidate as the owner reads it: who asks, the document, and that it is in use, in one answer. What may be seen is
-- what row-level security shows to this principal.
SET LOCAL ROLE jobscout_owner;

CREATE FUNCTION own_candidate(principal text, firm text, wanted uuid)
    RETURNS TABLE (id uuid, owner_id text, document text, version bigint)
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'UTC')::date;
    last_used date;
BEGIN
    PERFORM set_config('jobscout.principal', principal, true), set_config('jobscout.firm', firm, true),
        set_config('jobscout.posting', '', true), set_config('jobscout.role', '', true);
    SELECT candidate.id, candidate.owner_id, candidate.document::text, candidate.version, candidate.used_on
    INTO id, owner_id, document, version, last_used
    FROM candidate WHERE candidate.id = wanted;
    IF FOUND THEN
        IF last_used < today THEN
            UPDATE candidate SET used_on = today
            WHERE candidate.id = wanted AND candidate.owner_id = principal AND candidate.used_on < today;
        END IF;
        RETURN NEXT;
    END IF;
END
$$;
COMMENT ON FUNCTION own_candidate IS 'No row where row-level security shows none to this principal, who is the one that asks until the transaction ends.';
REVOKE ALL ON FUNCTION own_candidate FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_candidate TO jobscout_api;
