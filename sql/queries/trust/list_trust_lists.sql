-- The lists that postings are verified against, as they are active now.
SELECT id, kind, list, publisher, published_on
FROM reference_import
WHERE
    active AND NOT shipped
    AND (
        kind IN (
            'lmia', 'non_compliant', 'aip_designated', 'pilot_communities', 'wages', 'city_regions',
            'minimum_wages', 'licensed_occupations'
        )
        OR (kind = 'oasis_texts' AND list = 'employment requirements')
    )
ORDER BY published_on, id;
