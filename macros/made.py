"""``python -m macros.made SITE``: put the files that are made, not written, into a built site.

MkDocs gets them from a hook; a generator without hooks gets them from this command.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from macros.course import Course
from macros.diagram.standalone import STYLESHEETS, files, png
from macros.diagram.style import Stylesheet
from macros.download import contents


def made(course: Course, docs: Path, to_png: Callable[[str], bytes] = png) -> dict[str, str | bytes]:
    """Return the comparison, its sources and the diagrams as files, by their paths, but for what is faulty."""
    found: dict[str, str | bytes] = {}
    if course.comparison and course.sources:
        found.update(contents(course.comparison, course.sources))
    if course.card:
        sheet = Stylesheet.read("".join((docs / path).read_text(encoding="utf-8") for path in STYLESHEETS))
        found.update(files(course.drawable, course.pictograms, sheet, course.card.authors, to_png))
    return found


def main(site: Path) -> None:
    """Write all files below a site's folder."""
    docs = Path("docs").resolve()
    for path, content in made(Course.read(docs), docs).items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
