SELECT checks FROM posting_record WHERE posting_id = $1;
