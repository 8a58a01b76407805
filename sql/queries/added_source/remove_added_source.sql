DELETE FROM added_source WHERE name = $1 RETURNING name;
