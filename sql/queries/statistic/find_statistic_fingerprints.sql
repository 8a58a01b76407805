-- $2: array of source ids.
SELECT posting_statistic.source_id, posting_statistic.sha256, posting_statistic.normaliser_version,
       true AS verified
FROM json_array_elements_text($2) AS asked (source_id)
JOIN posting_statistic
    ON posting_statistic.source = $1 AND posting_statistic.source_id = asked.source_id;
