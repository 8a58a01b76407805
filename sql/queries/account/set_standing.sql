UPDATE account SET standing = $2, licence_number = $3 WHERE id = $1;
