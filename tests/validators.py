"""Schemas of what other programs read, written from the definitions of the standards."""

import json
from pathlib import Path
from typing import Any

import jsonschema

_FOLDER = Path(__file__).parent / "schemas"


def validator(name: str) -> Any:
    """Return a validator for the schema called *name*."""
    schema = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)
