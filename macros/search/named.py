"""What has a name of its own in the data: rows, words and sources, by the addresses at which pages show them."""

from macros.assembly.course import Course
from macros.html.markup import plain
from macros.search.entry import Entry, Group, Kind


def named(course: Course) -> dict[str, Entry]:
    """Return an entry, still without text, for each row, word and source, by its address."""
    found = [*_rows(course), *_terms(course), *_sources(course)]
    return {entry.address: entry for entry in found}


def _rows(course: Course) -> list[Entry]:
    page = course.files.showing("comparison")
    if not (course.comparison and page):
        return []
    groups = {group.id: group.name for group in course.comparison.groups}
    return [
        Entry(f"{page.url}#{row.id}", plain(row.name), Group.COMPARISON, Kind.ROW, groups[row.group])
        for row in course.comparison.rows
    ]


def _terms(course: Course) -> list[Entry]:
    page = course.files.showing("glossary")
    if not (course.glossary and page):
        return []
    return [
        Entry(f"{page.url}#{term.id}", plain(term.term), Group.GLOSSARY, Kind.TERM, also=tuple(map(plain, term.also)))
        for term in course.glossary.terms
    ]


def _sources(course: Course) -> list[Entry]:
    page = course.files.showing("bibliography")
    if not (course.sources and page):
        return []
    labels = course.sources.labels
    return [
        Entry(f"{page.url}#{source.id}", source.title, Group.SOURCES, Kind.SOURCE, labels[source.id])
        for source in course.sources.sources
    ]
