-- In the transaction of a step: nothing comes back where the lease is lost, and the step is undone.
UPDATE job SET progress = $3, attempts = 0, error = ''
WHERE id = $1 AND lease = $2
RETURNING id;
