UPDATE sign_in_attempt SET attempts = greatest(attempts - 1, 0) WHERE subject = $1;
