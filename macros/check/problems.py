"""Whether the calls on the pages are right: known, with fitting arguments, naming what exists."""

from collections.abc import Iterator
from functools import partial
from inspect import signature
from itertools import starmap
from typing import Any

from macros.assembly import (
    amounts,
    braces,
    complete,
    data_links,
    gone,
    guides,
    language,
    lesson_terms,
    navigation,
    questions,
    references,
    shown,
)
from macros.assembly.course import Course
from macros.assembly.known import instead, known_names, lacking
from macros.calls import NAMES, OF_LESSONS, Calls
from macros.check import citation, links, synonyms
from macros.html.markup import render
from macros.html.words import speaking
from macros.pages import inspection
from macros.pages.call import Call
from macros.pages.inspections import CHECKED, kept_inspection
from macros.reading.problem import MOST_TOLD, ContentError, Problem, did_you_mean, first_of_each


def answer(calls: Calls, name: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> str:
    """Return what a call shows; raises ContentError when the call or what it names is faulty."""
    written = calls.course.written_at(calls.url)
    for call in written.calls.values() if written else ():
        if written and (call.name, call.arguments, call.options) == (name, arguments, options):
            faults = tuple(_faults(call, written.path, calls.course))
            if faults:
                raise ContentError(faults)
    with speaking(calls.course.files.language.value):
        shown: str = getattr(calls, name)(*arguments, **options)
    return shown


def refusal(part: Call | Problem, path: str, course: Course) -> str:
    """Return what stands in a page in place of what is no call of a macro."""
    found = [part] if isinstance(part, Problem) else [*_faults(part, path, course)]
    return render("problems.html.j2", problems=found)


def problems(course: Course) -> Iterator[Problem]:
    """Yield every call on a page that is unknown, has wrong arguments, or names what does not exist."""
    for path, written in course.written.items():
        told = 0
        for call in written.calls.values():
            # To seek what somebody may have meant takes long; of each file the first few are told.
            found = [*_faults(call, path, course, hints=told < MOST_TOLD)]
            told += len(found)
            yield from found


def of_files(course: Course) -> set[Problem]:
    """Return every problem of a file as a whole, that of what it says of others included."""
    miscounted = any(problem.path.startswith("docs/lessons/") for problem in problems(course))
    return {
        *(problem for problem in course.problems if not (miscounted and references.is_of_minutes(problem))),
        *links.problems(course),
        *synonyms.problems(course),
        *shown.problems(course, NAMES),
        *complete.problems(course, NAMES),
        *questions.problems(course, NAMES),
        *navigation.problems(course.files),
        *language.problems(course.files),
        *gone.problems(course.files),
        *citation.problems(course),
        *amounts.problems(course.files),
        *braces.problems(course.files),
        *data_links.problems(course.files),
        *guides.problems(course.files),
        *lesson_terms.problems(course.files),
    }


def all_problems(course: Course) -> list[Problem]:
    """Return the problems in the course, in the order of their places: those of what Markdown makes of pages, too.

    A build finds the latter when it makes each page.
    """
    kept = partial(kept_inspection, whose=CHECKED)
    found = (inspection.problems(written, kept) for written in course.written.values())
    return first_of_each(of_files(course).union(problems(course), *found))


def _faults(call: Call, path: str, course: Course, *, hints: bool = True) -> Iterator[Problem]:
    def problem(message: str, hint: str = "") -> Problem:
        return Problem(path, call.line, call.column, "", message, hint)

    if call.name not in NAMES:
        yield problem(f"there is no macro '{call.name}'", did_you_mean(call.name, NAMES) or _MACROS)
        return
    if call.name in OF_LESSONS and not path.startswith("docs/lessons/"):
        yield problem(f"only a lesson may call '{call.name}'", "delete the call")
    try:
        signature(getattr(Calls(course, ""), call.name)).bind(*call.arguments, **call.options)
    except TypeError as error:
        yield problem(f"{call.name}: {error}", "see CONTRIBUTING.md for what each macro takes")
        return
    for option, value in call.options.items():
        if not isinstance(value, bool):
            yield problem(f"{call.name}: '{option}' must be true or false", f"write {option}=true")
    if lacks := lacking(course, call.name):
        yield problem(f"there is no {lacks}, so '{call.name}' has nothing to show", "write it, or delete the call")
    else:
        yield from starmap(problem, _unknown(call, course, hints=hints))


def _unknown(call: Call, course: Course, *, hints: bool) -> Iterator[tuple[str, str]]:
    """Yield message and hint for each argument of a call that names nothing."""
    known = known_names(course, call.name)
    kind = _KINDS.get(call.name, call.name)
    for argument in [one for one in call.arguments if known is not None and one not in known]:
        hint = instead(call.name, argument, known or set()) if hints else ""
        yield f"there is no {kind} '{argument}'", hint


_MACROS = f"write one of {', '.join(sorted(NAMES))}"

_KINDS = {"cite": "source", "scene": "diagram", "measured_chart": "chart", "predict": "quiz", "predicted": "quiz"}
"""What a macro shows that is not called like it."""
