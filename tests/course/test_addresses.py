"""What this course has published stays; ``make addresses`` adds what is new to the list."""

from pathlib import Path

import pytest

from macros.assembly import gone
from macros.assembly.course import Course
from macros.reading.kinds import PUBLISHED
from tests.assembly.test_addresses import built, listed
from tests.conftest import ROOT

LIST = ROOT / "docs" / PUBLISHED


@pytest.fixture(scope="module")
def there() -> set[str]:
    """Return all addresses that others may keep."""
    return gone.kept(Course.read(ROOT / "docs").files)


def test_every_address_is_on_the_list_or_told(there: set[str]) -> None:
    if new := sorted(there - {*listed(LIST)}):
        pytest.xfail(f"new addresses, to be added with make addresses when they are published: {', '.join(new)}")


def test_the_list_is_sorted_and_names_each_address_once() -> None:
    assert sorted({*listed(LIST)}) == listed(LIST), f"{LIST.name}: run `make addresses`, which sorts the list"


def test_the_check_knows_the_addresses_of_the_built_site(site: Path, there: set[str]) -> None:
    moved = {f"/{move.old}" for move in Course.read(ROOT / "docs").moves}
    pages = {address for address in there if "#" not in address}

    assert built(site) == pages | moved, "docs/data/moved.yml: an entry leads from an address that is a page's now"
