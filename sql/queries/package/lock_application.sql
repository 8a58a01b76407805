-- So that versions are counted one after the other.
SELECT id FROM application WHERE id = $1 FOR UPDATE;
