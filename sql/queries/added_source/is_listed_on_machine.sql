SELECT EXISTS (SELECT FROM listed_source WHERE name = $1 AND NOT added);
