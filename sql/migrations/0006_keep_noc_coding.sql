-- Which occupation a posting is: what its source said and what title and duties imply, side by side.
SET LOCAL ROLE jobscout_owner;

ALTER TABLE posting
    ADD COLUMN noc_origin     text       CONSTRAINT posting_noc_origin_known CHECK (noc_origin IN
        ('stated', 'concordance', 'coded')),
    ADD COLUMN coded_nocs     text[]     NOT NULL DEFAULT '{}',
    ADD COLUMN coded_permille smallint[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT posting_coding_whole CHECK (cardinality(coded_nocs) = cardinality(coded_permille)
        AND cardinality(coded_nocs) <= 5);
COMMENT ON COLUMN posting.noc_origin IS
    'Where noc comes from: stated as NOC 2021; what the stated NOC 2016 code became, with title and duties where it became several; or title and duties alone.';
COMMENT ON COLUMN posting.coded_nocs IS
    'The unit groups that title and duties speak for, the most probable first; coded_permille has their probabilities in thousandths.';
