-- Candidates find a firm of advisors by its name, as they type it.
SET LOCAL ROLE jobscout_owner;

CREATE FUNCTION folded(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036F]', '', 'g'));
COMMENT ON FUNCTION folded IS 'Without accents and capitals.';

RESET ROLE;
