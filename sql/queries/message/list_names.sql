-- Of candidates $1 (an array), those whom this transaction may read.
SELECT id, document#>>'{resume,basics,name}' FROM candidate WHERE id = ANY (ARRAY(SELECT json_array_elements_text($1)::uuid));
