"""What a data file may hold in each place, as its JSON Schema says, in words for the author of the file."""

from collections.abc import Mapping
from typing import Any, cast

from macros.reading.positions import Loc
from macros.reading.synonyms import key_meant

Schema = Mapping[str, Any]

_MOST_KEYS = 24
"""That a hint lists."""

_LONGEST_SHAPE = 80
"""Characters of the keys that a hint shows together."""

_SHORT = 60
"""As long as a value may be that a hint repeats."""


class Expected:
    """The JSON Schema of a file, and the values that stand in the file."""

    def __init__(self, schema: Schema, value: Any) -> None:
        self._schema, self._value = schema, value

    def keys(self, loc: Loc) -> dict[str, Schema]:
        """Return what each key may hold in a part of the file, those that it must have first."""
        part = self.part(loc)
        return {**{key: {} for key in part.get("required", ())}, **part.get("properties", {})}

    def part(self, loc: Loc) -> Schema:
        """Return the schema of a part of the file; an empty one where that cannot be told."""
        schema, value = self._resolved(self._schema, self._value), self._value
        for step in loc:
            value = _inner(value, step)
            schema = self._resolved(_below(schema, step), value)
        return schema

    def instead(self, loc: Loc) -> str:
        """Return a hint for an unknown key: the known one that is meant, or all that may stand there."""
        *parent, last = loc
        written, known = str(last), self.keys(tuple(parent))
        name, colon, rest = written.partition(":")
        if colon and name in known:
            return f"write a space after the colon: '{name}: {rest.strip()}'"
        if written.removeprefix("-") in known:
            return f"write a space after the hyphen: '- {written[1:]}'"
        if " " in written and _inner(self._value_at(tuple(parent)), written) is None:
            return "put a text that holds a comma in quotes"
        there = self._value_at(tuple(parent)) or {}
        if meant := key_meant(written, [key for key in known if key not in there]):
            return f"did you mean '{meant}'?"
        return f"the keys here are {', '.join([*known][:_MOST_KEYS])}" if known else ""

    def line(self, loc: Loc) -> str:
        """Return a hint for a key that is missing: the line to write, and what it says."""
        about = self.about(loc)
        return f"add '{loc[-1]}: …'" + (f": {about}" if about else "")

    def about(self, loc: Loc) -> str:
        """Return what a value is for; empty where that cannot be told."""
        *parent, last = loc
        return str(self.keys(tuple(parent)).get(str(last), {}).get("description", ""))

    def shape(self, loc: Loc) -> str:
        """Return a hint with the keys of a part; empty where that cannot be told."""
        shape = _shape(self.part(loc))
        return f"write {shape}" if loc and shape else f"begin the file with '{shape.strip('{}').partition(',')[0]}'"

    def listed(self, loc: Loc, value: Any) -> str:
        """Return a hint with a list in which this value, which is none, could stand."""
        item = _shape(self._resolved(self.part(loc).get("items", {}), None))
        if not item:
            return (
                f"write [{value}]" if isinstance(value, str) and len(value) <= _SHORT else "begin each line with '- '"
            )
        return f"begin each item with '- ', such as: - {item}"

    def _value_at(self, loc: Loc) -> Any:
        value = self._value
        for step in loc:
            value = _inner(value, step)
        return value

    def _resolved(self, schema: Schema, value: Any) -> Schema:
        """Follow a reference, and choose among others the schema that fits the keys of a value."""
        while "$ref" in schema:
            schema = self._schema.get("$defs", {}).get(str(schema["$ref"]).rpartition("/")[2], {})
        others = [self._resolved(one, value) for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ()))]
        others = [one for one in others if one.get("type") != "null"]
        if len(others) > 1 and isinstance(value, dict):
            # The first key that is written, and that not all of them must have, tells which is meant.
            required = [{*one.get("required", ())} for one in others]
            telling = set().union(*required) - set.intersection(*required)
            found = ((key, one) for key in value if key in telling for one in others if key in one.get("required", ()))
            others = [one for _, one in found][:1]
        return others[0] if len(others) == 1 else {} if others else schema


def _shape(schema: Schema) -> str:
    examples = schema.get("examples") or ([dict.fromkeys(schema["required"], "…")] if schema.get("required") else [])
    shown = [", ".join(f"{key}: {value}" for key, value in one.items()) for one in examples]
    return " or ".join(f"{{{_cut(one)}}}" for one in shown)


def _cut(keys: str) -> str:
    return keys if len(keys) <= _LONGEST_SHAPE else f"{keys[:_LONGEST_SHAPE].rpartition(',')[0]}, …"


def _below(schema: Schema, step: str | int) -> Schema:
    if isinstance(step, int):
        return cast("Schema", schema.get("items", {}))
    known = schema.get("properties", {})
    return cast("Schema", known.get(step) or next(iter(schema.get("patternProperties", {}).values()), {}))


def _inner(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, tuple) and isinstance(step, int) and step < len(value) else None
