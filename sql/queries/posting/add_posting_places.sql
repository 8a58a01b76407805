INSERT INTO posting_place
    (posting_id, ordinal, province, city, region, postal_code, place_id, latitude, longitude)
SELECT posting_id, ordinal, province, city, region, postal_code, place_id, latitude, longitude
FROM json_populate_recordset(NULL::posting_place, $1);
