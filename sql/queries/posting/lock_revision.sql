-- One writer at a time from here to its commit.
SELECT revision FROM revision_counter FOR UPDATE;
