"""Synonyms: whether the places to which they lead are there, and do not say the word themselves."""

from collections.abc import Iterator

from macros.assembly import addresses
from macros.assembly.course import Course
from macros.check.anchors import Anchors
from macros.check.targets import another
from macros.content.synonyms import as_typed
from macros.reading.problem import Problem, did_you_mean


def problems(course: Course) -> Iterator[Problem]:
    """Yield each place that is not there, and each word that is the name of the place to which it leads."""
    file = course.files.synonyms
    if not file:
        return
    anchors = Anchors(course)
    pages = {page.url: page.path.removeprefix("docs/") for page in course.pages}
    known = addresses.addresses(course.files)
    for index, synonym in enumerate(file.model.synonyms):
        for number, place in enumerate(synonym.leads):
            url, _, anchor = place.partition("#")
            loc = ("synonyms", index, "leads", number)
            if url not in known:
                yield file.marks.problem(loc, f"there is no page '{url}'", did_you_mean(url, known))
            elif anchor and url in pages and anchors.lacks(pages[url], anchor):
                hint = another(anchor, anchors.of(pages[url]) or ())
                yield file.marks.problem(loc, f"there is no anchor '#{anchor}' on {_named(url)}", hint)
    names = _names(course)
    for index, synonym in enumerate(file.model.synonyms):
        for number, typed in enumerate(synonym.typed):
            for place in synonym.leads:
                if as_typed(typed) in names.get(place, ()):
                    message = f"'{typed}' is what '{place}' is called already"
                    yield file.marks.problem(("synonyms", index, "typed", number), message, "delete the word")


def _named(url: str) -> str:
    return f"'{url}'" if url else "the front page"


def _names(course: Course) -> dict[str, set[str]]:
    """Return what rows, words and pages are called, by their addresses."""
    names = {page.url: {page.front_matter.title} for page in course.pages}
    if course.comparison and (page := course.files.showing("comparison")):
        names |= {f"{page.url}#{row.id}": {row.name} for row in course.comparison.rows}
    if course.glossary and (page := course.files.showing("glossary")):
        names |= {f"{page.url}#{term.id}": {*term.forms} for term in course.glossary.terms}
    return {place: {*map(as_typed, found)} for place, found in names.items()}
