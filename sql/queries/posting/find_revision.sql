SELECT revision FROM revision_counter;
