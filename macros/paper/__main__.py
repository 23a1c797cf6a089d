"""``python -m macros.paper SITE``: print a built site, the whole course and slides, and let its pages offer both."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from macros.assembly.course import Course
from macros.html.words import speaking
from macros.outputs.printed import COURSE, SLIDES
from macros.paper.booklet import booklet
from macros.paper.site import Site
from macros.paper.slides import slides
from macros.publish.offer import put


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the course in ``docs`` from its built site, and put the files into the site."""
    parser = argparse.ArgumentParser(prog="python -m macros.paper", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    folder = parser.parse_args(arguments).site
    try:
        site = Site.read(folder)
        course = Course.read(Path("docs"))
        with speaking(course.files.language.value):
            files = {COURSE: booklet(course, site), SLIDES: slides(course, site)}
            print(put(folder, files), end="")
    except (OSError, ValueError) as error:
        parser.exit(2, f"{error}\n")


if __name__ == "__main__":
    main()
