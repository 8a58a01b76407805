SELECT
    (SELECT count(*) FROM posting WHERE verified),
    (SELECT count(*) FROM posting WHERE NOT verified),
    (SELECT count(*) FROM posting_statistic),
    (SELECT count(*) FROM quarantine),
    (SELECT revision FROM revision_counter);
