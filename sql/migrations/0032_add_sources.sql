-- Operators add sources over the API, beside those in the list on the machine; and see how often each check says what.
SET LOCAL ROLE jobscout_owner;

CREATE TABLE added_source (
    name     text        CONSTRAINT added_source_pkey PRIMARY KEY
                         CONSTRAINT added_source_name_fit CHECK (name ~ '^[A-Za-z0-9_-]{1,64}$'),
    entry    json        NOT NULL CONSTRAINT added_source_entry_object CHECK (json_typeof(entry) = 'object'),
    added_by text        NOT NULL CONSTRAINT added_source_by_somebody CHECK (added_by <> ''),
    added_at timestamptz NOT NULL
);
COMMENT ON TABLE added_source IS 'Sources that operators added; the watch takes them up beside its list.';
COMMENT ON COLUMN added_source.entry IS 'As one of the list (deploy/sources.schema.json), without its name.';
COMMENT ON COLUMN added_source.added_by IS 'The operator who wrote it last.';

ALTER TABLE added_source ENABLE ROW LEVEL SECURITY;
CREATE POLICY added_source_of_operators ON added_source TO jobscout_api
    USING ((SELECT acts_as('operator'))) WITH CHECK ((SELECT acts_as('operator')));
GRANT SELECT, INSERT, UPDATE (entry, added_by, added_at), DELETE ON added_source TO jobscout_api;

ALTER TABLE listed_source ADD COLUMN added boolean NOT NULL DEFAULT false;
COMMENT ON TABLE listed_source IS 'The sources that the watch goes by, as it last took them up.';
COMMENT ON COLUMN listed_source.added IS 'Over the API; else it stands in the list on the machine.';

-- Few postings differ in what all checks together say: they are counted by that first.
CREATE VIEW packed_verdict_count WITH (security_barrier) AS
SELECT posting.source, trust.verdicts, count(*) AS postings
FROM posting_trust AS trust
JOIN posting ON posting.id = trust.posting_id
WHERE (SELECT acts_as('operator'))
GROUP BY posting.source, trust.verdicts;
COMMENT ON VIEW packed_verdict_count IS
    'How many postings, served or not, have these verdicts; none to whoever does not act as an operator.';
GRANT SELECT ON packed_verdict_count TO jobscout_api;

CREATE FUNCTION pay_against_median(details json) RETURNS TABLE (least_percent bigint, most_percent bigint)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1 AS $$
    SELECT coalesce((said -> 'values' ->> 'least')::bigint,
                    CASE said ->> 'code' WHEN 'far_above' THEN (said -> 'values' ->> 'percent')::bigint END),
        coalesce((said -> 'values' ->> 'most')::bigint,
                 CASE said ->> 'code' WHEN 'below' THEN (said -> 'values' ->> 'percent')::bigint END)
    FROM json_array_elements(details) AS said
    WHERE said ->> 'check' = 'median_wage'
$$;
COMMENT ON FUNCTION pay_against_median IS
    'What details of a posting_trust say of its pay, in percent of the median; no row where they say nothing.';

RESET ROLE;
