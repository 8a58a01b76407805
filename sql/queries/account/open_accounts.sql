-- Until the end of the transaction, an account may be made for another address than one's own.
SELECT set_config('jobscout.opens_accounts', 'on', true);
