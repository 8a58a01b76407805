-- A record that is there with the same fingerprint is left alone and not returned.
INSERT INTO posting_statistic (
    source, source_id, sha256, normaliser_version, title, province, city, place_id, noc,
    noc_2016, date_posted, pay_min, pay_max, pay_period, hours_assumed, hourly_min,
    hourly_max, yearly_min, yearly_max, term, work_time, vacancies
)
SELECT
    source, source_id, sha256, normaliser_version, title, province, city, place_id, noc,
    noc_2016, date_posted, pay_min, pay_max, pay_period, hours_assumed, hourly_min,
    hourly_max, yearly_min, yearly_max, term, work_time, vacancies
FROM json_populate_recordset(NULL::posting_statistic, $1)
ON CONFLICT (source, source_id) DO UPDATE SET
    sha256 = excluded.sha256,
    normaliser_version = excluded.normaliser_version,
    title = excluded.title,
    province = excluded.province,
    city = excluded.city,
    place_id = excluded.place_id,
    noc = excluded.noc,
    noc_2016 = excluded.noc_2016,
    date_posted = excluded.date_posted,
    pay_min = excluded.pay_min,
    pay_max = excluded.pay_max,
    pay_period = excluded.pay_period,
    hours_assumed = excluded.hours_assumed,
    hourly_min = excluded.hourly_min,
    hourly_max = excluded.hourly_max,
    yearly_min = excluded.yearly_min,
    yearly_max = excluded.yearly_max,
    term = excluded.term,
    work_time = excluded.work_time,
    vacancies = excluded.vacancies
WHERE (posting_statistic.sha256, posting_statistic.normaliser_version)
    IS DISTINCT FROM (excluded.sha256, excluded.normaliser_version)
RETURNING xmax = 0 AS added;
