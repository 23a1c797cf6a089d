"""What takes a reader's own run: a field for its file, and the form by which a script of the page reads it."""

from typing import Any

from macros.content.run_form import FieldForm
from macros.content.run_table import units
from macros.content.runs import Measurements
from macros.content.units import axis_units
from macros.html.markup import render
from macros.html.words import gettext, later

_WORDS = {
    "file": later("The file"),
    "large": later("is larger than a megabyte, which no run is: it was not read."),
    "json": later("is no JSON, or not the whole of it: choose what %(program)s --json wrote."),
    "run": later("is JSON, but no run: choose what %(program)s --json wrote."),
    "older": later("{value} is of an older %(program)s: measure again with the one of this page."),
    "newer": later("{value} is of a newer %(program)s than this page knows: load the page again."),
    "missing": later("is missing."),
    "text": later("must be text."),
    "number": later("must be a number that is not negative, and not beyond all machines."),
    "truth": later("must be true, false or null."),
    "list": later("must be a list."),
    "fields": later("must have fields of its own."),
    "values": later("is not that of the values."),
    "way": later("this page knows no way “{value}”."),
    "more": later("and {count} more"),
    "none": later("Nothing was drawn."),
    "done": later("Your run is drawn into {count} charts, and listed below."),
    "faults": later("What could not be read is named below, and left out."),
    "removed": later("Your run is gone from the page."),
    "save": later("SVG with your run"),
    "reach": later("{least} to {most}"),
    "what": later("What"),
    "true": later("yes"),
    "false": later("no"),
}
"""What the script says; ``{value}`` and the like are its own."""


def own_run(found: Measurements) -> str:
    """Return the field, with the form of a run and all words that the script says."""
    form = {
        "version": found.version,
        "ways": [[way.id, way.name] for way in found.ways],
        "machine": {key: _field(found, field) for key, field in found.machine.items()},
        "results": {key: _field(found, field) for key, field in found.results.items()},
        "told": found.told,
        "tables": [table.model_dump() for table in found.tables],
    }
    name = found.program.rpartition("/")[2]
    return render(
        "own_run.html.j2",
        data={"form": form, "words": {key: gettext(text, program=name) for key, text in _WORDS.items()}},
        name=name,
        command=f"python3 {name} --html mine.html",
    )


def _field(found: Measurements, field: FieldForm) -> dict[str, Any]:
    """Return a field without what does not hold for it, and with its units, the smallest first."""
    told = {**field.model_dump(exclude_none=True, exclude={"unit"}), "units": axis_units(units(found, field))}
    return {key: value for key, value in told.items() if key in ("says", "units") or value}
