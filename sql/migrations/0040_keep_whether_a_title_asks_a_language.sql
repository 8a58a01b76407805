-- Titles that ask for a language beside English and French. Postings that are stored already take it when they are next ingested.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting ADD COLUMN asks_other_language boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN posting.asks_other_language IS 'The title asks for a language beside English and French.';
