DELETE FROM employer
WHERE NOT EXISTS (SELECT FROM employer_alias WHERE employer_alias.employer_id = employer.id)
  AND NOT EXISTS (SELECT FROM posting WHERE posting.employer_id = employer.id);
