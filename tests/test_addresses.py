"""What was published stays: every address of the list is there, or leads on.

``make addresses`` adds what is new to the list. A new address that it lacks is told, and fails nothing.
"""

import os
from fnmatch import fnmatch
from pathlib import Path

import pytest
from conftest import ROOT

from macros.course import Course

LIST = Path(__file__).parent / "published.txt"
HEAD = """\
# Every address that was published, below the site's root. `make addresses` adds new ones.
# Delete none without an entry in docs/data/moved.yml: CONTRIBUTING.md tells how, at "Move a page".
"""
NOT_FOR_READERS = ("_headers", "_redirects", "404.html", "assets/*", "search/*", "*.gz", "data/*/*", "data/*.yml")
"""What servers, scripts and editors ask for. The files that the course is made of are read in its repository."""

GONE = """these addresses were published, and are gone:
{gone}
If one has moved, add to docs/data/moved.yml what takes its place:
  - from: {first}
    to: its address now
If nothing does, delete its line in tests/published.txt, and say why in your pull request.
An id that was renamed has no other place: give it its old name again."""


def addresses(site: Path, course: Course) -> set[str]:
    """Return the addresses of a built site that others may keep: pages, files, and ids that data give to rows."""
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    kept = {path for path in files if not any(fnmatch(path, pattern) for pattern in NOT_FOR_READERS)}
    pages = {f"/{path}".removesuffix("index.html") for path in kept}
    rows = {f"/comparison/#{row.id}" for row in course.comparison.rows} if course.comparison else set()
    sources = {f"/sources/#{name}" for name in course.sources.ids()} if course.sources else set()
    terms = {f"/glossary/#{term.id}" for term in course.glossary.terms} if course.glossary else set()
    return pages | rows | sources | terms


def published() -> set[str]:
    return {line for line in LIST.read_text().splitlines() if line and not line.startswith("#")}


def gone(listed: set[str], there: set[str]) -> str:
    """Return what to do about addresses that are gone; nothing when all are there."""
    lost = sorted(listed - there)
    return GONE.format(gone="\n".join(lost), first=lost[0].removeprefix("/")) if lost else ""


@pytest.fixture(scope="module")
def there(site: Path) -> set[str]:
    found = addresses(site, Course.read(ROOT / "docs"))
    if os.environ.get("UPDATE_ADDRESSES"):
        LIST.write_text(HEAD + "\n".join(sorted(published() | found)) + "\n")
    return found


def test_no_published_address_is_gone(there: set[str]) -> None:
    if message := gone(published(), there):
        pytest.fail(message, pytrace=False)


def test_every_address_is_on_the_list_or_told(there: set[str]) -> None:
    if new := sorted(there - published()):
        pytest.xfail(f"new addresses, to be added with make addresses when they are published: {', '.join(new)}")


def test_an_address_that_is_gone_is_named_with_what_to_do() -> None:
    told = gone({"/", "/lessons/02-boxes/"}, {"/", "/lessons/02-containers/"})

    assert "are gone:\n/lessons/02-boxes/\n" in told
    assert "docs/data/moved.yml" in told
    assert "  - from: lessons/02-boxes/\n" in told
    assert "" == gone({"/"}, {"/", "/new/"})


def test_the_list_is_sorted_and_names_each_address_once() -> None:
    lines = [line for line in LIST.read_text().splitlines() if not line.startswith("#")]

    assert sorted({*lines}) == lines


def test_ids_of_rows_sources_and_words_are_where_the_list_says(site: Path, there: set[str]) -> None:
    anchors = [address.split("#") for address in there if "#" in address]

    assert len(anchors) > 60
    for path, anchor in anchors:
        assert f'id="{anchor}"' in (site / path[1:] / "index.html").read_text(), (path, anchor)
