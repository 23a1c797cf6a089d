"""What the commands have in common that make files of a built site: they read it and its course, and put them there."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from macros.assembly.course import Course
from macros.html.words import speaking
from macros.paper.site import Site
from macros.publish.offer import put

DOCS = Path("docs")

Make = Callable[[Course, Site], Mapping[str, bytes]]
"""Gives the files that are made of a course and its built site, by their paths in that."""


def run(program: str, about: str | None, make: Make, arguments: Sequence[str] | None) -> None:
    """Put what is made of the course in ``docs`` into the site that is named; what cannot be read ends it with 2."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=about)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    folder = parser.parse_args(arguments).site
    try:
        site = Site.read(folder)
        course = Course.read(DOCS)
        with speaking(course.files.language.value):
            print(put(folder, make(course, site)), end="")
    except (OSError, ValueError) as error:
        parser.exit(2, f"{error}\n")
