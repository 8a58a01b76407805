-- As many new ids as asked, in their order.
SELECT nextval(pg_get_serial_sequence('posting', 'id')) FROM generate_series(1, $1::integer) ORDER BY 1;
