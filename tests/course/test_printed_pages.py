"""Each page of the course as a reader prints it, without scripts and with all of them: nothing is torn, or lost."""

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.assembly.course import Course
from macros.html.words import gettext, speaking
from tests.conftest import ROOT, ready
from tests.paper.reading import filled, words
from tests.paper.tears import overprinted
from tests.shared import made_once, of_all_workers

COURSE_HERE = Course.read(ROOT / "docs")
EMPTY = 1 / 4
"""How far down a page its words reach at least, but for the last one."""

WHOLE = ".aside, .console:not(.transcript) pre"
BELOW = "figure:not(.chart) > figcaption, .console__note"
WITHOUT, WITH = "without-scripts", "with-scripts"
_TEXTS = """all => all.filter(one => one.checkVisibility())
    .map(one => one.innerText.replace(/[^\\p{L}\\p{N}]+/gu, "")).filter(Boolean)"""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, worker_id: str, address: str, browser: Browser) -> Path:
    """Return the folder of all pages as they are printed, each with the texts that are not to be torn."""
    folder = of_all_workers(tmp_path_factory, worker_id) / "course-pages"
    return made_once(folder, partial(_print, browser=browser, address=address))


def _print(folder: Path, browser: Browser, address: str) -> None:
    for scripts in (WITHOUT, WITH):
        with browser.new_context(java_script_enabled=scripts == WITH) as context:
            page = context.new_page()
            for url in sorted({one.url for one in COURSE_HERE.pages}):
                page.goto(address + url)
                if scripts == WITH:
                    page.mouse.move(200, 200)
                    ready(page)
                _keep(page, folder / f"{url.strip('/').replace('/', '--') or 'home'}.{scripts}.pdf")


def _keep(page: Page, file: Path) -> None:
    page.emulate_media(media="print")
    texts = {part: page.locator(part).evaluate_all(_TEXTS) for part in (WHOLE, BELOW)}
    file.with_suffix(".json").write_text(json.dumps(texts))
    page.pdf(path=file, format="A4")


def _files(pages: Path, scripts: str = "*") -> Iterator[tuple[Path, list[str]]]:
    """Yield each file with the letters of each of its pages: signs and spaces are added where it is set."""
    for file in sorted(pages.glob(f"*.{scripts}.pdf")):
        yield file, [re.sub(r"[\W_]+", "", text) for text in words(file, "-layout").split("\f")[:-1]]


def _told(pages: Path, part: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each text of a part of the pages, with its file and the pages of that."""
    for file, texts in _files(pages, WITHOUT):
        for text in json.loads(file.with_suffix(".json").read_text())[part]:
            yield file.name, text, texts


def test_no_page_is_blank_and_none_nearly_but_the_last_and_one_before_answers(pages: Path) -> None:
    with speaking(COURSE_HERE.files.language.value):
        answers = gettext("Answers")
    empty = []
    for file, texts in _files(pages):
        for number, (down, after) in enumerate(zip(filled(file), [*texts[1:], answers], strict=True), 1):
            if down == 0 or (down < EMPTY and not after.startswith(answers)):
                empty.append((file.name, number))

    assert [] == empty, "let what stands on the next page begin on these"


def test_no_word_is_printed_over_another(pages: Path) -> None:
    over = [(file.name, pair) for file, _ in _files(pages) for pair in overprinted(file)]

    assert [] == over, "give these words more room on paper"


def test_a_note_and_a_block_of_commands_stand_on_one_page(pages: Path) -> None:
    torn = [(name, text) for name, text, texts in _told(pages, WHOLE) if not any(text in one for one in texts)]

    assert [] == torn, "shorten these, so that each has room on a page"


def test_no_caption_begins_a_page(pages: Path) -> None:
    torn = [
        (name, text) for name, text, texts in _told(pages, BELOW) if any(one.startswith(text[:60]) for one in texts)
    ]

    assert [] == torn, "keep these captions with what they belong to"


def test_what_announces_something_ends_no_page(pages: Path) -> None:
    ends = [(file.name, text.rstrip()[-40:]) for file in pages.glob("*.pdf") for text in words(file).split("\f")]

    assert [] == [(name, end) for name, end in ends if end.endswith(":")], "keep these with what they announce"
