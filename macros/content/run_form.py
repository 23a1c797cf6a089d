"""The form of a run: which fields a program of the course writes, what each holds, and how readers see it."""

from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from macros.content.units import Short, Units
from macros.html.words import gettext
from macros.reading.datafile import SEEN, Model

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$", max_length=60)]
"""The name of a field as the program writes it; a point leads into a field that has fields of its own."""

Said = Annotated[str, Field(min_length=1, max_length=40, pattern=SEEN)]
"""Words that have room on one line of a chart, on a phone too."""

Holds = Literal["text", "texts", "truth", "number", "spread", "numbers", "spreads"]

MEASURED = ("number", "spread", "numbers", "spreads")
BY_COUNT = ("numbers", "spreads")
"""Those that hold one value for each of several counts."""

NOTHING = "\u2013"
"""What stands in a table where a run does not say anything."""


class FieldForm(Model):
    """What one field of a run holds."""

    name: Said = Field(description="what readers call it: the head of a column")
    holds: Holds = Field(
        description="text, texts (a list), truth, a number, a spread (median, minimum, maximum, values), "
        "or numbers or spreads: one for each count"
    )
    unit: Short | None = Field(default=None, description="of a number: a unit of a dimension; none for a count")
    each: Key | None = Field(
        default=None, description="of numbers and spreads: where the value stands beside its count"
    )
    counted: Said | None = Field(default=None, description="of numbers and spreads: what the count is, such as at once")
    says: dict[Said, Said] = Field(
        default_factory=dict, max_length=20, description="what readers see in place of a value"
    )


class Amount(NamedTuple):
    """What was measured: the median of several values, and the least and the greatest of them."""

    middle: float
    least: float
    most: float
    at_once: int | None = None
    """Of how many at the same time, where that was told apart."""


def found(values: dict[str, Any], key: str) -> Any:
    """Return the value of a field, by its name with points; nothing where it is not there."""
    value: Any = values
    for step in key.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def amounts(values: dict[str, Any], key: str, form: FieldForm) -> list[Amount]:
    """Return what was measured of a field: one amount, one for each count, or none."""
    value = found(values, key)
    if value is None or form.holds not in MEASURED:
        return []
    if form.holds in BY_COUNT:
        return [_amount(one[form.each], one["count"]) for one in value if one[form.each] is not None]
    return [_amount(value)]


def _amount(value: Any, count: int | None = None) -> Amount:
    if isinstance(value, dict):
        return Amount(value["median"], value["minimum"], value["maximum"], count)
    return Amount(value, value, value, count)


def words(values: dict[str, Any], key: str, form: FieldForm) -> str:
    """Return what a field that was not measured says to readers."""
    value = found(values, key)
    if isinstance(value, tuple):
        return "; ".join(value) or NOTHING
    if isinstance(value, bool):
        value = "true" if value else "false"
        return form.says.get(value) or {"true": gettext("yes"), "false": gettext("no")}[value]
    return form.says.get(str(value), str(value)) if value not in (None, "") else NOTHING


def units_of(form: FieldForm, dimensions: dict[str, dict[str, float]]) -> Units:
    """Return the units in which a field is shown; a count has one without a name."""
    return next((units for units in dimensions.values() if form.unit in units), {"": 1.0})
