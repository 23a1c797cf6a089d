"""The one module that meets the site generator: it offers the course's calls as macros."""

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, cycle, groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, Protocol

from jinja2 import pass_context
from jinja2.runtime import Context

from macros.assembly.course import Course
from macros.calls import CITING, NAMES, Calls
from macros.check.problems import answer, of_files
from macros.check.problems import problems as of_calls
from macros.html.failure import box, place
from macros.html.markup import render
from macros.pages import stash
from macros.reading.problem import ContentError, Problem, first_of_each

_log = logging.getLogger("mkdocs.course")
"""A child of the generator's logger: with --strict, a warning here fails the build."""

_OF_THE_PAGE = {"diagram", "interactive", "lesson_header", "lesson_end", "practice_header", "downloads", "sheet"}
"""Macros that say something else on each page; the others depend on their arguments and on the way to the root."""


class Environment(Protocol):
    """What is used of the macro plugin's environment."""

    project_dir: str

    def macro(self, function: Callable[..., str], name: str = ...) -> Any:
        """Register a function under a name."""


@lru_cache(maxsize=1)
def read_course(docs: Path) -> Course:
    """Return the course, read once for each build."""
    return Course.read(docs)


@lru_cache(maxsize=1)
def told_of_files(docs: Path) -> dict[str, list[Problem]]:
    """Return the problems of each file as a whole, found once for each build; a page shows its own at its head."""
    found = sorted(of_files(read_course(docs)))
    return {path: [*problems] for path, problems in groupby(found, attrgetter("path"))}


def told_on_page(path: str, found: Iterable[Problem], docs: Path) -> str:
    """Log what was found wrong on a page, and return it as HTML with all else that is wrong in its file."""
    for problem in found:
        _log.warning("%s", problem)
    problems = first_of_each({*found, *told_of_files(docs).get(path, ())})
    heading = "This page cannot be published yet."
    return render("problems.html.j2", problems=problems, heading=heading) if problems else ""


def declare(env: Environment) -> None:
    """Read the course, log each problem in it as a warning, and register the macros."""
    read_course.cache_clear()
    told_of_files.cache_clear()
    docs = Path(env.project_dir) / "docs"
    course = read_course(docs)
    told = {*chain(*told_of_files(docs).values(), of_calls(course))}
    for problem in first_of_each(told):
        _log.warning("%s", problem)
    of_pages = [problem for problem in course.problems if problem.path.endswith(".md")]
    if of_pages and _is_zensical(env):
        # It has no hooks, so no gate: it would make templates of pages whatever stands in them.
        raise ContentError(of_pages)
    for problem in course.warnings:
        _log.info("%s", problem)
    # The gate lets none but the known ones through; a generator without hooks shows what is wrong with the others.
    for name in {*NAMES, *(call.name for page in course.pages for call in page.calls)}:
        env.macro(_macro(course, name, env, told), name)


def _macro(course: Course, name: str, env: Environment, told: set[Problem]) -> Callable[..., str]:
    """Return a macro that shows its part of the course, or what is wrong with the call, and never raises."""
    by_file, root = _is_zensical(env), Path(env.project_dir)
    shown: dict[tuple[str, int | None, str, str], str] = {}
    numbers = _Numbers(course, name)

    def html(page: Any, arguments: tuple[Any, ...], options: dict[str, Any]) -> str:
        site = (getattr(page, "canonical_url", None) or "").removesuffix(page.url)
        number = numbers.of(page.url, arguments, options)
        calls = Calls(course, page.url, site, by_file, number)
        of_the_page = name in _OF_THE_PAGE or number is not None
        same = (page.url if of_the_page else calls.root, number, repr(arguments), repr(options))
        if same not in shown:
            shown[same] = answer(calls, name, arguments, options)
        return shown[same]

    @pass_context
    def macro(context: Context, *arguments: Any, **options: Any) -> str:
        page = context["page"]
        made = stash.pages.get(page.url)
        shown_here = _or_problem(lambda: html(page, arguments, options), root, told)
        return made.keep(shown_here) if made else shown_here

    return macro


class _Numbers:
    """The numbers of the calls of a macro among the parts of their pages, in the order in which they are made."""

    def __init__(self, course: Course, name: str) -> None:
        self._course, self._name = course, name
        self._left: dict[tuple[str, str], Iterator[int]] = {}

    def of(self, url: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> int | None:
        """Return the number of the next call with these arguments; nothing where all are alike."""
        written = self._course.written_at(url)
        if not (written and self._name in CITING and self._course.lesson_at(url)):
            return None
        if (same := (url, repr((arguments, options)))) not in self._left:
            alike = ((n, call) for n, call in written.calls.items() if call.name == self._name)
            found = [n for n, call in alike if (call.arguments, call.options) == (arguments, options)]
            self._left[same] = cycle(found)  # a page may be made again
        return next(self._left[same], None)


def _or_problem(show: Callable[[], str], root: Path, told: set[Problem]) -> str:
    """Return what is shown, or else what is wrong; that is logged unless it was told."""
    try:
        return show()
    except ContentError as error:
        for problem in {*error.problems} - told:
            _log.warning("%s", problem)
        told.update(error.problems)
        return render("problems.html.j2", problems=error.problems)
    except Exception as error:  # noqa: BLE001 - a fault of our own must not take the page away
        message = place(root, error)
        _log.warning("%s", message)
        return box(message)


def _is_zensical(env: Environment) -> bool:
    return type(env).__module__.startswith("zensical")
