-- Of the application that package $1 is of.
DELETE FROM application_day
WHERE application_id = (SELECT application_id FROM application_package WHERE id = $1);
