"""``python -m macros.book SITE``: make a book of a built site, and let its pages offer it."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from macros.assembly.course import Course
from macros.book.book import book
from macros.html.words import speaking
from macros.outputs.generated import styles
from macros.outputs.printed import BOOK
from macros.paper.site import Site
from macros.publish.offer import put


def main(arguments: Sequence[str] | None = None) -> None:
    """Make a book of the course in ``docs`` from its built site, and put it into the site."""
    parser = argparse.ArgumentParser(prog="python -m macros.book", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    folder, docs = parser.parse_args(arguments).site, Path("docs")
    try:
        site = Site.read(folder)
        course = Course.read(docs)
        with speaking(course.files.language.value):
            print(put(folder, {BOOK: book(course, site, styles(docs))}), end="")
    except (OSError, ValueError) as error:
        parser.exit(2, f"{error}\n")


if __name__ == "__main__":
    main()
