-- How often each check (1 is the first) has each verdict, by source; of source $1 only where it is given.
SELECT counted.source, letter.place, letter.verdict, sum(counted.postings)::bigint
FROM packed_verdict_count AS counted
CROSS JOIN LATERAL unnest(string_to_array(counted.verdicts, NULL)) WITH ORDINALITY AS letter (verdict, place)
WHERE $1::text IS NULL OR counted.source = $1
GROUP BY counted.source, letter.place, letter.verdict
ORDER BY counted.source COLLATE "C", letter.place, letter.verdict;
