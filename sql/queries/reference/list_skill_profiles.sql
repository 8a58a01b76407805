-- Each rating of each unit group, the mean of its profiles, by unit group, list and descriptor.
SELECT noc, json_agg(rating ORDER BY list, descriptor)
FROM (
    SELECT oasis_rating.noc, reference_import.list, rating.key AS descriptor, avg(rating.value::float8) AS rating
    FROM reference_import
    JOIN oasis_rating ON oasis_rating.import_id = reference_import.id
    CROSS JOIN LATERAL jsonb_each_text(oasis_rating.ratings) AS rating
    WHERE reference_import.active
        AND reference_import.kind = 'oasis_ratings'
        AND reference_import.list IN ('skills', 'knowledges', 'abilities', 'work activities')
    GROUP BY oasis_rating.noc, reference_import.list, rating.key
) AS mean_rating
GROUP BY noc
ORDER BY noc
