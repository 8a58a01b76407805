UPDATE answered_request SET sealed = $3 WHERE owner_id = $1 AND key_digest = $2;
