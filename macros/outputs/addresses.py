"""``python -m macros.outputs.addresses``: adds what is new to the list of all addresses that were published."""

from pathlib import Path

from macros.assembly import gone
from macros.assembly.course import Course
from macros.reading.kinds import PUBLISHED

HEAD = """\
# Every address that was published, below the site's root. `make addresses` adds new ones.
# Delete none without an entry in moved.yml: CONTRIBUTING.md tells how, at "Move a page".
"""


def main() -> None:
    """Write the list into the ``docs`` of the current folder; the check says first whether the course is right."""
    docs = Path("docs").absolute()
    files = Course.read(docs).files
    found = sorted({*files.addresses} | gone.kept(files))
    (docs / PUBLISHED).write_text(HEAD + "\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
