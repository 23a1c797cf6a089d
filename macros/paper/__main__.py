"""``python -m macros.paper SITE``: print a built site, the whole course and slides, and let its pages offer both."""

from collections.abc import Sequence

from macros.assembly.course import Course
from macros.outputs.printed import COURSE, SLIDES
from macros.paper.booklet import booklet
from macros.paper.command import run
from macros.paper.site import Site
from macros.paper.slides import slides


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the course in ``docs`` from its built site, and put the files into the site."""
    run("macros.paper", main.__doc__, _printed, arguments)


def _printed(course: Course, site: Site) -> dict[str, bytes]:
    return {COURSE: booklet(course, site), SLIDES: slides(course, site)}


if __name__ == "__main__":
    main()
