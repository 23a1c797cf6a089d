"""Runs as tables: the machine of each, what was measured of each way, and what was left out."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context
from typing import Any, NamedTuple

from macros.content.measurement import on_axis
from macros.content.run_form import BY_COUNT, MEASURED, NOTHING, Amount, FieldForm, amounts, units_of, words
from macros.content.runs import MeasuredTable, Measurements
from macros.content.units import Units, all_dimensions
from macros.html.markup import render
from macros.html.words import gettext

_THREE_DIGITS = Context(prec=3, rounding=ROUND_HALF_UP)
"""A half is rounded up, as the browser does with a reader's own run."""


class Shown(NamedTuple):
    """A cell: what was measured or said, and from where to where the values reach."""

    text: str
    reach: str = ""


def tables(found: Measurements) -> str:
    """Return all runs, each with its machine and its tables."""
    runs = [
        {
            "label": label,
            "runs": run["runs"],
            "facts": [(form.name, _fact(found, run["machine"], key)) for key, form in found.machine.items()],
            "tables": [(table.title, *_table(found, table, run)) for table in found.tables],
            "skipped": run["skipped"],
        }
        for label, run in zip(found.labels, found.runs, strict=True)
    ]
    return render("measurements.html.j2", runs=runs, program=found.program)


def in_units(value: float, units: Units) -> str:
    """Return a value with three digits, in the unit that fits it."""
    return on_axis(float(_THREE_DIGITS.create_decimal_from_float(value)), units).strip()


def cell(amount: Amount, units: Units) -> Shown:
    """Return the median, and the least and the greatest value where they differ from it."""
    least, most = in_units(amount.least, units), in_units(amount.most, units)
    reach = gettext("%(least)s to %(most)s", least=least, most=most) if amount.least < amount.most else ""
    return Shown(in_units(amount.middle, units), reach)


def units(found: Measurements, form: FieldForm) -> Units:
    """Return the units of a field."""
    return units_of(form, found.dimensions or all_dimensions({}))


def in_order(found: Measurements, run: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the results of a run with the names of their ways, in the order of the ways."""
    by_kind = {result["kind"]: result for result in run["results"]}
    yield from ((way.name, by_kind[way.id]) for way in found.ways if way.id in by_kind)


def _fact(found: Measurements, machine: dict[str, Any], key: str) -> str:
    form = found.machine[key]
    measured = amounts(machine, key, form)
    return in_units(measured[0].middle, units(found, form)) if measured else words(machine, key, form)


def _table(
    found: Measurements, table: MeasuredTable, run: dict[str, Any]
) -> tuple[list[str], list[tuple[str, str, list[Shown]]]]:
    """Return the heads of a table, and its rows: each with the name of its way, and what it was started with."""
    columns = [(key, found.results[key], count) for key in table.fields for count in _counts(found, run, key)]
    heads = [f"{count} {form.counted}" if count else form.name for _, form, count in columns]
    rows = [
        (name, result["way"], [_cell(found, result, *column) for column in columns])
        for name, result in in_order(found, run)
    ]
    return heads, rows


def _counts(found: Measurements, run: dict[str, Any], key: str) -> Sequence[int | None]:
    """Return the counts that a field of a run has, each a column; of a field that has none, one column."""
    form = found.results[key]
    if form.holds not in BY_COUNT:
        return [None]
    return sorted({amount.at_once or 0 for result in run["results"] for amount in amounts(result, key, form)})


def _cell(found: Measurements, result: dict[str, Any], key: str, form: FieldForm, count: int | None) -> Shown:
    if form.holds not in MEASURED:
        return Shown(words(result, key, form))
    measured = (amount for amount in amounts(result, key, form) if amount.at_once == count)
    return next((cell(amount, units(found, form)) for amount in measured), Shown(NOTHING))
