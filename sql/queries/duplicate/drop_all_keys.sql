DELETE FROM posting_key;
