"""``python -m macros.book SITE``: make a book of a built site, and let its pages offer it."""

from collections.abc import Sequence

from macros.assembly.course import Course
from macros.book.book import book
from macros.outputs.generated import styles
from macros.outputs.printed import BOOK
from macros.paper.command import DOCS, run
from macros.paper.site import Site


def main(arguments: Sequence[str] | None = None) -> None:
    """Make a book of the course in ``docs`` from its built site, and put it into the site."""
    run("macros.book", main.__doc__, _bound, arguments)


def _bound(course: Course, site: Site) -> dict[str, bytes]:
    return {BOOK: book(course, site, styles(DOCS))}


if __name__ == "__main__":
    main()
