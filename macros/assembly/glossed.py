"""The lessons with links from their terms to the glossary."""

from macros.assembly.course import Course
from macros.assembly.lesson_terms import explained_on
from macros.assembly.place import Place
from macros.pages.page import LessonFrontMatter
from macros.pages.terms import with_terms


def glossed(html: str, url: str, course: Course) -> str:
    """Return the clean HTML of the page at an address: in a lesson, the first use of each term is a link."""
    page, files = course.page_at(url), course.files
    if not (
        page and course.glossary and files.showing("glossary") and isinstance(page.front_matter, LessonFrontMatter)
    ):
        return html
    explained = explained_on(page, files.explained)
    terms = course.glossary.terms_in(page.language)
    return with_terms(html, terms, Place(course, url).whole("glossary"), explained, page.front_matter.no_terms)
