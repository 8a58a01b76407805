DELETE FROM round
WHERE NOT imported;
