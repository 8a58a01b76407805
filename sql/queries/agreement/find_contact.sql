SELECT name, email, phone FROM agreed_contact WHERE candidate_id = $1;
