DELETE FROM fetched_page WHERE source = $1 AND page > $2;
