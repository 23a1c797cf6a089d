"""What of a story cannot be drawn: names that do not exist, and changes that a reader would not see, or see wrong."""

from collections.abc import Iterator, Mapping

from macros.diagram.cast import Cast
from macros.diagram.story import Moment, Step, moments
from macros.reading.datafile import Fault, unknown

_SIZED = "write 'gap: {}' there, which keeps room for it"


def faults(steps: tuple[Step, ...], cast: Cast) -> Iterator[Fault]:
    """Yield what is wrong with each step; what it does with parts is only looked at when all of them exist."""
    missing = [fault for index, step in enumerate(steps) for fault in _unknown(index, step, cast)]
    yield from missing
    if missing:
        return
    before = Moment()
    for index, (step, moment) in enumerate(zip(steps, moments(steps), strict=False)):
        yield from _unseen(index, step, moment, cast)
        yield from _crowds(index, step, before, moment, cast)
        before = moment
    yield from _arrows(steps, cast)


def _unknown(index: int, step: Step, cast: Cast) -> Iterator[Fault]:
    for verb in ("show", "hide", "fail"):
        for place, name in enumerate(getattr(step, verb)):
            yield from unknown(("steps", index, verb, place), "part", name, cast.parts.keys())
    for name, gap in step.move.items():
        loc = "steps", index, "move", name
        yield from _none_of(unknown(loc, "picture with the name", name, cast.pictures.keys()), cast.pictures)
        yield from _none_of(unknown(loc, "gap with the name", gap, cast.gaps.keys()), cast.gaps)
        if gap in cast.gaps and name in cast.pictures and cast.gaps[gap].gap not in cast.pictures:
            yield loc, f"moves to '{gap}', a gap of a size and not for a picture", _SIZED.format(name)


def _none_of(found: Iterator[Fault], known: Mapping[str, object]) -> Iterator[Fault]:
    """Yield faults, with what to do where there is no name at all to choose."""
    for loc, message, hint in found:
        yield loc, message, hint if known else "give it a name in the scene"


def _unseen(index: int, step: Step, moment: Moment, cast: Cast) -> Iterator[Fault]:
    """Yield what a step does to parts that a reader does not see, before or after it."""
    for verb in ("show", "hide"):
        for place, name in enumerate(getattr(step, verb)):
            loc = "steps", index, verb, place
            if name not in cast.seen:
                yield loc, f"'{name}' is empty room, which is never seen", "name the picture that moves there"
            elif verb == "show" and name in step.hide:
                yield loc, f"'{name}' is shown and hidden in one step", "do one of them in a step of its own"
            elif verb == "show" and (around := cast.around(name, moment) & moment.hidden):
                yield loc, f"'{name}' is in '{min(around)}', which is hidden", f"show '{min(around)}', too"
    for place, name in enumerate(step.fail):
        if name not in cast.failing:
            hint = "name a box, a picture, a scale, or what holds one"
            yield ("steps", index, "fail", place), f"'{name}' has nothing that can be crossed out", hint
    for name, gap in step.move.items():
        around = cast.around(name, moment) & moment.hidden
        if around and name not in moment.hidden:
            message = f"moves to '{gap}' in '{min(around)}', which is hidden"
            yield ("steps", index, "move", name), message, f"show '{min(around)}', or hide '{name}'"


def _crowds(index: int, step: Step, before: Moment, moment: Moment, cast: Cast) -> Iterator[Fault]:
    """Yield what comes to stand, seen by the reader, in a gap in which another picture stands."""
    there: dict[str, str] = {}
    seen = [name for name in moment.places if not cast.hides(name, moment)]
    for name in sorted(seen, key=lambda name: name in step.move or cast.hides(name, before)):
        gap = moment.places[name]
        other = there.setdefault(gap, name)
        if other == name:
            continue
        hint = f"leave another gap for it, or move '{other}' away or hide it"
        if name in step.move:
            yield ("steps", index, "move", name), f"moves to '{gap}', where '{other}' is", hint
        elif cast.hides(name, before):
            yield ("steps", index, "show"), f"'{name}' appears at '{gap}', where '{other}' is", hint


def _arrows(steps: tuple[Step, ...], cast: Cast) -> Iterator[Fault]:
    """Yield arrows that lead to the place of a picture while it is elsewhere."""
    told = moments(steps)
    for loc, arrow, names in cast.arrows:
        for key, end in (("from", arrow.from_ or ""), ("to", arrow.to or "")):
            stale = [
                number
                for number, moment in enumerate(told, start=1)
                if end in moment.places and not (names | {end}) & moment.hidden
            ]
            if stale:
                message = f"leads to the place of '{end}', which is elsewhere after step {stale[0]}"
                yield (*loc, key), message, "give the arrow a name, and hide it when the picture moves"
