-- The words by which a posting refuses people who may not work in Canada yet, and its first day of
-- work. Postings that are stored already take both when they are next ingested.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting
    ADD COLUMN refusal_quote text CONSTRAINT posting_refusal_quote_short CHECK (length(refusal_quote) <= 250),
    ADD COLUMN starts_on     date,
    ADD CONSTRAINT posting_refusal_quoted CHECK (refusal_quote IS NULL OR refuses_outside_canada);
COMMENT ON COLUMN posting.refusal_quote IS
    'The words by which it refuses people who may not work in Canada yet, as they stand in the posting.';
COMMENT ON COLUMN posting.starts_on IS 'First day of work where the source states one.';
