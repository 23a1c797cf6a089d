"""The course as a book: by the standard, and no wider than a phone."""

from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser

from macros.outputs.printed import BOOK
from tests.book.reading import faults, lost_links, pages
from tests.conftest import ROOT
from tests.paper.conftest import make
from tests.shared import made_once, of_all_workers

PHONE = 360


@pytest.fixture(scope="session")
def bound(tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Path) -> Path:
    """Return the book of this course."""
    folder = of_all_workers(tmp_path_factory, worker_id) / "course-bound"
    return made_once(folder, partial(make, site=site, project=ROOT, wing="macros.book")) / BOOK


def test_the_book_is_one_by_the_standard(bound: Path) -> None:
    assert [] == faults(bound), "mend what the page says, or how macros/book/ writes it"


def test_links_lead_within_the_book_where_their_page_is_in_it(bound: Path) -> None:
    assert [] == lost_links(bound), "name the place as the page does that has it"


def test_no_page_of_the_book_is_wider_than_a_phone(bound: Path, browser: Browser, tmp_path: Path) -> None:
    with ZipFile(bound) as book:
        book.extractall(tmp_path)
    with browser.new_context(viewport={"width": PHONE, "height": 640}) as context:
        page = context.new_page()
        for path in pages(bound):
            page.goto((tmp_path / "book" / path).as_uri())

            assert PHONE == page.evaluate("document.documentElement.scrollWidth"), f"let the parts of {path} wrap"
