-- Jobs for students and interns alone. Postings that are stored already take it when they are next ingested.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting ADD COLUMN for_students boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN posting.for_students IS 'Offered to students and interns alone.';
