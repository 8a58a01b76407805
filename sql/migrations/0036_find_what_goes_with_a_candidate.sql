-- What is looked up by candidate, and goes with one, is found by an index.
SET LOCAL ROLE jobscout_owner;

CREATE INDEX candidate_alias_by_candidate ON candidate_alias (candidate_id);
CREATE INDEX candidate_firm_consent_by_candidate ON candidate_firm_consent (candidate_id);
CREATE INDEX candidate_interest_review_by_candidate ON candidate_interest_review (candidate_id, posting_id);
