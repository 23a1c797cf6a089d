"""``python -m macros.search SITE``: put the index of the search into a built site.

MkDocs gets it from a hook; a generator without hooks gets it from this command.
"""

import sys
from pathlib import Path

from macros.assembly.course import Course
from macros.search.index import write


def main(site: Path) -> None:
    """Write the index of the course of the current folder."""
    write(Course.read(Path("docs").absolute()), site)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
