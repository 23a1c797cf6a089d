"""Where each source is used: the links that lead back from the bibliography."""

from collections import Counter
from collections.abc import Iterator

from macros.assembly.course import Course
from macros.assembly.drawn import of_diagram, of_interactive
from macros.assembly.numbered import cited_on
from macros.content.bibliography import Use
from macros.pages.page import Page


def uses(course: Course, root: str) -> dict[str, list[Use]]:
    """Return the cells, pages and words of the glossary that use each source; root leads to the site's root."""
    found: dict[str, list[Use]] = {name: [] for name in (course.sources.ids() if course.sources else ())}
    table = course.files.showing("comparison")
    if course.comparison and table:
        names = {subject.id: subject.name for subject in course.comparison.subjects}
        for row in course.comparison.rows:
            for subject, cell in row.cells.items():
                use = Use(f"{row.name}: {names[subject]}", f"{root}{table.url}#{row.id}--{subject}")
                for name in cell.cited:
                    found[name].append(use)
    for page in course.pages:
        for term in course.glossary.terms if course.glossary and page.calls_for("glossary") else ():
            for name in term.sources:
                found[name].append(Use(f"{page.front_matter.title}: {term.term}", f"{root}{page.url}#{term.id}"))
        for name, use in _of_page(page, course, root):
            if name in found:
                found[name].append(use)
    return found


def _of_page(page: Page, course: Course, root: str) -> Iterator[tuple[str, Use]]:
    """Yield each source that a page cites with the uses of it: in a lesson with one for each place, else with one."""
    title, address = page.front_matter.title, root + page.url
    if not course.lesson_at(page.url):
        yield from ((name, Use(title, address)) for name in _cited_on(page, course))
        return
    often = Counter[str]()
    for place in cited_on(page, course):
        for name in place.sources:
            often[name] += 1
            number = f" ({often[name]})" if often[name] > 1 else ""
            yield name, Use(f"{title}{number}", f"{address}#{place.anchor}")


def _cited_on(page: Page, course: Course) -> set[str]:
    """Return the sources that a page cites by itself, and in its diagrams."""
    cited = {name for call in page.calls_for("cite") for name in call.arguments}
    drawn = {call.arguments[0] for call in page.calls_for("diagram") if call.arguments}
    cited |= set().union(*(of_diagram(course.diagrams[name], course) for name in drawn & course.diagrams.keys()))
    found = (course.interactives.get(call.named) for call in page.calls_for("interactive"))
    return cited.union(*(of_interactive(one, course) for one in found if one))
