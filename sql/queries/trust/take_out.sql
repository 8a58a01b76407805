SELECT take_out($1, $2::date, $3);
