-- How often each check (1 is the first) has each verdict, by source.
SELECT posting.source, letter.place, letter.verdict, count(*)
FROM posting_trust AS trust
JOIN posting ON posting.id = trust.posting_id
CROSS JOIN LATERAL unnest(string_to_array(trust.verdicts, NULL)) WITH ORDINALITY AS letter (verdict, place)
GROUP BY posting.source, letter.place, letter.verdict
ORDER BY posting.source, letter.place, letter.verdict;
