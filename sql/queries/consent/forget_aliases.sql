DELETE FROM candidate_alias WHERE candidate_id = $1;
