"""The course on paper: as one PDF that can be read aloud, without torn rows, and without pages that are half empty."""

from functools import partial
from pathlib import Path

import pytest
from pikepdf import Pdf
from playwright.sync_api import Browser

from macros.outputs.printed import COURSE, PRINTED
from tests.conftest import ROOT
from tests.paper.conftest import make
from tests.paper.reading import faults, filled, tags, torn_rows
from tests.shared import made_once, of_all_workers

COMPARISON, MOST, EMPTY = "The full comparison", 24, 1 / 3
"""The article that was 40 pages long, how many it may have, and how far down the words of each but the last reach."""


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Path, browser: Browser) -> Path:
    """Return the folder of this course's site with what was printed from it."""
    assert browser.is_connected(), "nothing can be printed without a browser"
    folder = of_all_workers(tmp_path_factory, worker_id) / "course-printed"
    return made_once(folder, partial(make, site=site, project=ROOT))


@pytest.mark.parametrize("path", PRINTED)
def test_what_is_printed_can_be_read_aloud(printed: Path, path: str) -> None:
    assert [] == [*faults(printed / path)], "mend what the page says, or how it is tagged"


def test_no_row_of_a_table_is_torn(printed: Path) -> None:
    assert [] == torn_rows(printed / COURSE), "give the rows on these pages less height on paper"


def test_the_comparison_has_few_pages_and_none_is_nearly_empty(printed: Path) -> None:
    with Pdf.open(printed / COURSE) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        begins = sorted(min(tag.pages) for tag in tags(pdf) if tag.name == "H1")
    first, after = (begins[titles.index(COMPARISON) + step] for step in (0, 1))
    pages = filled(printed / COURSE)[first - 1 : after - 1]

    assert len(pages) <= MOST, "say less in the rows, or set them smaller on paper"
    assert [] == [first + place for place, down in enumerate(pages[:-1]) if down < EMPTY], "these pages are half empty"
