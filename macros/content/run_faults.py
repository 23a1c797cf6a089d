"""What is wrong with a run: its fields are those of the form, and what they hold was measured."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from macros.content import run_values as values
from macros.content.run_form import FieldForm
from macros.reading.datafile import Fault, unknown
from macros.reading.positions import Loc

Form = Mapping[str, FieldForm]

_MOST_VERSIONS = 9999


@dataclass(frozen=True)
class RunForm:
    """What a run may hold: which version of the program wrote it, its ways, and the fields of machine and results."""

    version: int
    ways: Collection[str]
    machine: Form
    results: Form


def run_faults(loc: Loc, run: dict[str, Any], form: RunForm) -> Iterator[Fault]:
    """Yield what is wrong with a run; of one that another version of the program wrote, nothing but that."""
    told = run.get("schema")
    if isinstance(told, int) and not isinstance(told, bool) and told != form.version:
        yield (*loc, "schema"), *(_older if told < form.version else _newer)(told, form.version)
        return
    yield from values.fields(loc, run, _known(form))
    yield from _twice((*loc, "results"), run.get("results"))


def _older(told: int, version: int) -> tuple[str, str]:
    message = f"{told} is of an older version of the program: here it writes {version}"
    return message, "measure again with the program of this site"


def _newer(told: int, version: int) -> tuple[str, str]:
    message = f"{told} is of a newer version of the program: here it writes {version}"
    return message, "bring the program, and 'version' above, up to date"


def _known(form: RunForm) -> dict[str, Any]:
    """Return the checks of the fields of a run."""
    result = {"kind": partial(_way, ways=form.ways), "title": values.text, "way": values.text}
    left_out = {"kind": values.text, "title": values.text, "reason": values.text, "install": _optional(values.text)}
    return {
        "schema": partial(values.whole, most=_MOST_VERSIONS),
        "date": values.moment,
        "runs": partial(values.whole, most=values.MOST_RUNS),
        "machine": _groups(form.machine),
        "results": partial(values.items, check=_of({**result, **_groups(form.results)})),
        "skipped": partial(values.items, check=_of(left_out)),
    }


def _of(known: Mapping[str, Any]) -> values.Check:
    return partial(values.fields, known=known)


def _way(loc: Loc, value: Any, ways: Collection[str]) -> Iterator[Fault]:
    yield from unknown(loc, "way", value, ways) if isinstance(value, str) else values.text(loc, value)


def _twice(loc: Loc, results: Any) -> Iterator[Fault]:
    """Yield each way that stands twice in a run."""
    kinds = (
        [one.get("kind") if isinstance(one, dict) else None for one in results] if isinstance(results, tuple) else []
    )
    for index, kind in enumerate(kinds):
        if isinstance(kind, str) and kind in kinds[:index]:
            yield (*loc, index, "kind"), f"'{kind}' stands twice", values.AS_IT_IS


def _groups(form: Form) -> dict[str, Any]:
    """Return the checks of fields by their names; those with a point in a group of their own."""
    found: dict[str, Any] = {}
    for key, field in form.items():
        outer, point, inner = key.partition(".")
        place, name = (found.setdefault(outer, {}), inner) if point else (found, outer)
        place[name] = _optional(_check(field))
    return found


def _optional(check: values.Check) -> values.Check:
    return partial(values.or_nothing, check=check)


def _check(field: FieldForm) -> values.Check:
    """Return what finds the faults of a field."""
    counted = partial(values.counted, each=field.each or "")
    by_kind: dict[str, values.Check] = {
        "text": values.text,
        "texts": partial(values.items, check=values.text),
        "truth": values.truth,
        "number": values.number,
        "spread": values.spread,
        "numbers": partial(values.items, check=partial(counted, check=values.number)),
        "spreads": partial(values.items, check=partial(counted, check=values.spread)),
    }
    return by_kind[field.holds]
