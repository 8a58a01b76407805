-- Package $1 is $2, as of day $3; $4 to $6 say why it was refused. Nothing where it is gone; else whether none that was
-- asked for later is built.
UPDATE application_package AS package
SET state = $2, as_of = $3, refusal = $4, refused_field = $5, refused_why = $6, ended_at = clock_timestamp()
WHERE package.id = $1 AND package.state = 'queued'
RETURNING NOT EXISTS (
    SELECT FROM application_package AS later
    WHERE later.application_id = package.application_id AND later.number > package.number AND later.state = 'built');
