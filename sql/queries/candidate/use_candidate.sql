-- Its owner has it in use today.
UPDATE candidate SET used_on = (now() AT TIME ZONE 'UTC')::date
WHERE id = $1 AND owner_id = $2 AND used_on < (now() AT TIME ZONE 'UTC')::date;
