-- $1: array of ids. Verified ones, in the order asked.
SELECT to_json(posting), places.list
FROM unnest(ARRAY(SELECT json_array_elements_text($1)::bigint)) WITH ORDINALITY AS asked (id, place_in_order)
JOIN posting ON posting.id = asked.id AND posting.verified
CROSS JOIN LATERAL (
    -- Degrees as text: not every reader of JSON numbers gives back the same double.
    SELECT json_agg(json_build_object(
        'province', province, 'city', city, 'region', region, 'postal_code', postal_code, 'place_id', place_id,
        'latitude', latitude::text, 'longitude', longitude::text
    ) ORDER BY ordinal) AS list
    FROM posting_place
    WHERE posting_place.posting_id = posting.id
) AS places
ORDER BY asked.place_in_order;
