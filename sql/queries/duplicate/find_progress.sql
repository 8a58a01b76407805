SELECT revision, posting_id, rules_version FROM duplicate_progress;
