UPDATE duplicate_progress SET revision = $1, posting_id = $2, rules_version = $3;
