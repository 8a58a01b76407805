-- Employers are found by the beginning of their name, and by the name under which they operate.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE employer_alias
    ADD COLUMN operating_key text CONSTRAINT employer_alias_operating_keyed CHECK (operating_key <> '');
COMMENT ON COLUMN employer_alias.operating_key IS
    'Of the operating name that the spelling states (indexer/normalise/employer_name.hpp); NULL: none.';

-- Comparisons byte by byte, whatever the collation of the database.
CREATE INDEX employer_by_beginning ON employer (key text_pattern_ops);
CREATE INDEX employer_alias_by_operating_key ON employer_alias (operating_key text_pattern_ops)
    WHERE operating_key IS NOT NULL;
