-- Until the transaction ends or plan_anew: plans are made once, and by index, which fits a table of any size.
SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true);
