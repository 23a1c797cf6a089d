"""All entries of a course: what can be found on its built pages, and the other words that lead there."""

from collections.abc import Iterator
from pathlib import Path

from macros.assembly.course import Course
from macros.html.words import gettext
from macros.pages.page import Page
from macros.reading.letters import words
from macros.reading.menu import NOWHERE
from macros.search.article import Article
from macros.search.entry import Entry, Group
from macros.search.named import named


def entries(course: Course, site: Path) -> list[Entry]:
    """Return all that can be found in a built site, sorted by groups."""
    known, pictures, beside = named(course), set[str](), _beside(course)
    found: list[Entry] = []
    for page in course.pages:
        file = site / page.url / "index.html"
        if file.is_file():
            found += Article(file.read_bytes(), _page(page, course, beside), known, pictures).entries()
    _shorten(found, course)
    groups = [*Group]
    return sorted(found, key=lambda entry: groups.index(entry.group))


def _page(page: Page, course: Course, beside: set[str]) -> Entry:
    """Return the entry of a whole page, with what it says of itself."""
    about = page.front_matter
    lesson = course.lesson_at(page.url)
    place = gettext("Lesson %(number)d", number=lesson.number) if lesson else ""
    entry = Entry(page.url, about.title, _group(page, course), place=place, aside=page.path in beside)
    entry.text.append(f"{about.description} ")
    return entry


def _shorten(found: list[Entry], course: Course) -> None:
    """Give each entry what words of the glossary in its text are called in one other word, such as an abbreviation."""
    if not course.glossary:
        return
    terms = course.glossary.terms_in(course.files.language.value)
    single = {term.id: [form for form in term.forms if len(words(form)) == 1] for term in course.glossary.terms}
    for entry in found:
        text = entry.words
        used = sorted({use.id for use in terms.uses(text)})
        entry.short = tuple(form for name in used for form in single[name] if form not in text)


def _group(page: Page, course: Course) -> Group:
    if course.lesson_at(page.url):
        return Group.LESSONS
    if page.calls_for("practice_header"):
        return Group.PRACTICE
    wholes = {"comparison": Group.COMPARISON, "glossary": Group.GLOSSARY, "bibliography": Group.SOURCES}
    return next((group for macro, group in wholes.items() if course.files.showing(macro) is page), Group.OTHERS)


def _beside(course: Course) -> set[str]:
    """Return the paths of the pages that the menu leaves out."""
    return {f"docs/{entry.path}" for entry in course.files.menu or () if entry.key == NOWHERE}


def leads(course: Course) -> Iterator[tuple[str, str, int]]:
    """Yield the words that readers type, each with a place to which they lead, and its rank among these."""
    for synonym in course.synonyms.synonyms:
        for typed in synonym.typed:
            for rank, place in enumerate(synonym.leads):
                yield typed, place, rank
