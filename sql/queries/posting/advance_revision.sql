UPDATE revision_counter SET revision = revision + 1 RETURNING revision;
