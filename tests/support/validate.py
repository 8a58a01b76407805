"""Prints, for each JSON document on standard input (one a line), 1 if it is valid under the schema
named as the argument and 0 if not: an independent reading of our schemas."""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
for line in sys.stdin:
    print(int(validator.is_valid(json.loads(line))))
