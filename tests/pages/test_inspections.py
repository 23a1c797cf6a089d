"""What is kept of the inspection of a page is what would be found now."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.pages import inspections
from macros.pages.inspection import inspected
from macros.pages.inspections import CHECKED, PUBLISHED, kept_inspection
from macros.pages.written import Allowed, Written
from macros.reading.cache import Cache
from macros.reading.problem import Problem

TEXT = "This is simply <b>bold</b>.\n"
HTML = "<p>This is simply <b>bold</b>.</p>\n<script>alert(1)</script>"
PAGE = Written("docs/page.md", TEXT, 5)
ALLOWED = Allowed("plain-words", "", Problem("docs/page.md", 3, 1, "allow", "is not needed"))

OTHERS: dict[str, Callable[[], tuple[Written, str]]] = {
    "another text": lambda: (replace(PAGE, text=f"Above.\n\n{TEXT}"), HTML),
    "another place": lambda: (replace(PAGE, first_line=9), HTML),
    "another path": lambda: (replace(PAGE, path="docs/other.md"), HTML),
    "another language": lambda: (replace(PAGE, language="de"), HTML),
    "something allowed": lambda: (replace(PAGE, allowed=(ALLOWED,)), HTML),
    "other HTML": lambda: (PAGE, "<p>This is <em>simply</em> bold.</p>"),
}


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep them in a folder of the test, and remember none."""
    monkeypatch.setattr(inspections, "FOLDER", tmp_path)
    forget()


def forget() -> None:
    kept_inspection.cache_clear()
    inspections.cache.cache_clear()


def test_what_is_kept_is_what_was_found() -> None:
    found = inspected(PAGE, HTML)
    for _ in range(2):
        forget()

        assert found == kept_inspection(PAGE, HTML, PUBLISHED)
    assert found[1]


def test_a_page_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = kept_inspection(PAGE, HTML, PUBLISHED)
    forget()
    monkeypatch.setattr(inspections, "inspected", lambda *_: pytest.fail("it is looked at again"))

    assert found == kept_inspection(PAGE, HTML, PUBLISHED)


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_differs_is_looked_at_anew(other: Callable[[], tuple[Written, str]]) -> None:
    before = kept_inspection(PAGE, HTML, PUBLISHED)
    forget()
    found = kept_inspection(*other(), PUBLISHED)

    assert inspected(*other()) == found
    assert before != found


def test_other_settings_of_markdown_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept_inspection(PAGE, HTML, PUBLISHED)
    forget()
    monkeypatch.setattr("macros.pages.markdown.settings", lambda: "markdown_extensions: [tables]")
    kept_inspection(PAGE, HTML, PUBLISHED)

    assert 2 == len([*(tmp_path / PUBLISHED).iterdir()])


def test_a_check_forgets_nothing_of_a_build(tmp_path: Path) -> None:
    kept_inspection(PAGE, HTML, PUBLISHED)
    kept_inspection(PAGE, HTML, CHECKED)
    inspections.cache(CHECKED).forget_others()

    assert [1, 1] == [len([*(tmp_path / whose).iterdir()]) for whose in (CHECKED, PUBLISHED)]


def test_all_code_that_decides_is_part_of_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    makers: list[Path] = []

    def kept(folder: Path, files: list[Path], packages: list[str]) -> Cache:
        makers.extend(files)
        return Cache(folder, files, packages)

    monkeypatch.setattr(inspections, "Cache", kept)
    kept_inspection(PAGE, HTML, CHECKED)

    assert {"inspection.py", "rules.py", "allowed.py", "article.py", "problem.py", "invisible.py"} <= {
        file.name for file in makers
    }
