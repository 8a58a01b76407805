-- After revision $1, or after posting $2 of that revision where $2 is not 0; at most $3.
SELECT to_json(posting), places.list
FROM (
    SELECT *
    FROM posting
    WHERE (revision, id) > ($1::bigint, coalesce(nullif($2::bigint, 0), 9223372036854775807))
    ORDER BY revision, id
    LIMIT $3
) AS posting
CROSS JOIN LATERAL (
    -- Degrees as text: not every reader of JSON numbers gives back the same double.
    SELECT json_agg(json_build_object(
        'province', province, 'city', city, 'region', region, 'postal_code', postal_code, 'place_id', place_id,
        'latitude', latitude::text, 'longitude', longitude::text
    ) ORDER BY ordinal) AS list
    FROM posting_place
    WHERE posting_place.posting_id = posting.id
) AS places
ORDER BY posting.revision, posting.id;
