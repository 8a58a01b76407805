UPDATE listed_source SET due_at = $2::timestamptz WHERE name = $1;
