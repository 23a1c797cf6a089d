"""The course on paper: as one PDF that can be read aloud, without torn rows, and without pages that are half empty."""

from functools import partial
from pathlib import Path

import pytest
from pikepdf import Pdf
from playwright.sync_api import Browser

from macros.assembly.course import Course
from macros.html.words import gettext, speaking
from macros.outputs.printed import COURSE, PRINTED
from tests.conftest import ROOT
from tests.paper.conftest import make
from tests.paper.reading import faults, filled, tags, words
from tests.paper.tears import torn_rows
from tests.shared import made_once, of_all_workers

ROWS, EMPTY = 0.9, 1 / 4
"""How many pages a row of the comparison may take, and how far down the words of a page reach before its next one."""
COURSE_HERE = Course.read(ROOT / "docs")


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
    assert [] == torn_rows(printed / COURSE), "a row on these pages is torn elsewhere than between two figures"


def test_no_page_is_nearly_empty_but_where_something_begins_on_the_next(printed: Path) -> None:
    with speaking(COURSE_HERE.files.language.value):
        answers = gettext("Answers")
    with Pdf.open(printed / COURSE) as pdf:
        begins = {page for tag in tags(pdf) if tag.name == "H1" for page in tag.pages}
    texts = words(printed / COURSE).split("\f")[:-1]
    begins |= {number for number, text in enumerate(texts, 1) if text.startswith(answers)}
    empty = [number for number, down in enumerate(filled(printed / COURSE), 1) if down < EMPTY]

    assert [] == [number for number in empty if number < len(texts) and number + 1 not in begins], "set less apart"


def test_the_comparison_has_few_pages(printed: Path) -> None:
    compared, shown = COURSE_HERE.comparison, COURSE_HERE.files.showing("comparison")
    if not (compared and shown):
        return
    with Pdf.open(printed / COURSE) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        begins = [*sorted(min(tag.pages) for tag in tags(pdf) if tag.name == "H1"), len(pdf.pages) + 1]
    first, after = (begins[titles.index(shown.front_matter.title) + step] for step in (0, 1))

    assert after - first <= ROWS * len(compared.rows) + 1, "say less in the rows, or set them smaller on paper"
