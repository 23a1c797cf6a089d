"""``python -m macros.paper SITE``: print a built site, the whole course and slides, and let its pages offer both."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.assembly.course import Course
from macros.html.words import speaking
from macros.outputs.printed import COURSE, SLIDES
from macros.paper.booklet import booklet
from macros.paper.offer import offer
from macros.paper.site import Site
from macros.paper.slides import slides
from macros.publish.kept import WORKER, worker


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the course in ``docs`` from its built site, and put the files into the site."""
    parser = argparse.ArgumentParser(prog="python -m macros.paper", description=main.__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    folder = parser.parse_args(arguments).site
    try:
        site = Site.read(folder)
        course = Course.read(Path("docs"))
        with speaking(course.files.language.value):
            _publish(folder, {COURSE: booklet(course, site), SLIDES: slides(course, site)})
    except (OSError, ValueError) as error:
        parser.exit(2, f"{error}\n")


def _publish(site: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a built site, and let its pages offer them: for the worker, these are other pages then."""
    for path, file in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(file)
        print(f"{site / path}: {len(file) / 1e6:.1f} MB")
    offer(site)
    if (site / WORKER).is_file():
        (site / WORKER).write_text(worker(site), encoding="utf-8")


if __name__ == "__main__":
    main()
