-- Sessions, tokens, consents and mail on its way go with it.
DELETE FROM account WHERE id = $1 RETURNING id;
