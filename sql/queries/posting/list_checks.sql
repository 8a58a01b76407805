SELECT check_name, verdict, field, evidence FROM posting_check WHERE posting_id = $1 ORDER BY ordinal;
