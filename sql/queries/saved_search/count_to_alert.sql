SELECT count(*), count(DISTINCT candidate_id), (SELECT count(*) FROM candidate), min(revision_seen), count(query)
FROM saved_search
WHERE notify;
