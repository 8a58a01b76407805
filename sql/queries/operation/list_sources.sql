-- Every source that is listed, was added, has run or was ingested, by name, after $1, at most $2. Postings are counted that are
-- open on day $3, $4 days after they were posted where their source states no end.
WITH live AS (
    SELECT source,
        sum(postings) FILTER (WHERE date_posted <= $3::date AND coalesce(valid_through, date_posted + $4::integer) >= $3::date
                                AND (closed_on IS NULL OR closed_on > $3::date)) AS postings
    FROM served_posting_count
    GROUP BY source
), kept_aside AS (
    SELECT source, count(*) FILTER (WHERE posting_id IS NULL) AS records, count(posting_id) AS postings
    FROM quarantine
    GROUP BY source
), watched AS (
    SELECT name, coalesce(nullif(source_run.posting_source, ''), name) AS posting_source
    FROM (SELECT name FROM listed_source UNION SELECT source FROM source_run UNION SELECT name FROM added_source) AS known
    LEFT JOIN source_run ON source_run.source = known.name
), named AS (
    SELECT name, posting_source FROM watched
    UNION ALL
    SELECT source, source
    FROM (SELECT source FROM ingest_run WHERE source <> ''
          UNION SELECT source FROM live
          UNION SELECT source FROM kept_aside) AS ingested
    WHERE source NOT IN (SELECT posting_source FROM watched) AND source NOT IN (SELECT name FROM watched)
)
SELECT named.name, named.posting_source,
    listed.name IS NOT NULL, listed.fetched, listed.address, listed.complete, listed.every_minutes, listed.daily_at,
    to_char(listed.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(source_run.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(source_run.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    to_char(source_run.succeeded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    source_run.failures, source_run.error,
    to_char(source_run.not_before AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    source_run.records, source_run.quarantined,
    last_ingest.id,
    to_char(last_ingest.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    last_ingest.outcome, last_ingest.message,
    coalesce(live.postings, 0), coalesce(kept_aside.records, 0), coalesce(kept_aside.postings, 0),
    fetched.pages, fetched.bytes, fetched.with_etag, fetched.with_last_modified,
    to_char(fetched.fetched_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    added.entry::text, added.added_by, to_char(added.added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM named
LEFT JOIN listed_source AS listed ON listed.name = named.name
LEFT JOIN added_source AS added ON added.name = named.name
LEFT JOIN source_run ON source_run.source = named.name
LEFT JOIN live ON live.source = named.posting_source
LEFT JOIN kept_aside ON kept_aside.source = named.posting_source
LEFT JOIN LATERAL (
    SELECT id, started_at, outcome, message
    FROM ingest_run
    WHERE ingest_run.source = named.posting_source
    ORDER BY id DESC
    LIMIT 1
) AS last_ingest ON true
LEFT JOIN LATERAL (
    SELECT count(*) AS pages, sum(bytes)::bigint AS bytes, max(fetched_at) AS fetched_at,
        count(*) FILTER (WHERE etag <> '') AS with_etag, count(*) FILTER (WHERE last_modified <> '') AS with_last_modified
    FROM fetched_page
    WHERE fetched_page.source = named.name
    HAVING count(*) > 0
) AS fetched ON true
WHERE named.name COLLATE "C" > $1
ORDER BY named.name COLLATE "C"
LIMIT $2;
