-- Whether the posting that is asked about is the employer's own.
SELECT asked_posting() IS NOT NULL;
