"""The index as files: small parts, of which a reader fetches few, and which together say the same as a whole."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.search import files, index
from macros.search.entry import Entry, Group
from tests.conftest import COURSE, served
from tests.seeking import sought

QUERIES = ["tea", "colour", "how fast", "infusoin", "warm cup", "wher", "nfusion", "what is an infusion", "saucers"]
FOUND = """async (queries) => Promise.all(queries.map(async (query) => {
  const { results } = await search.find(query);
  return Promise.all(results.map(async ({ entry, score }) => [score, (await search.shown(entry)).address]));
}))"""


def parts(made: dict[str, str]) -> dict[str, object]:
    """Return what each script hands over, by its name."""
    handed = (
        json.loads(f"[{text.removeprefix('search.put(').removesuffix(');' + chr(10))}]") for text in made.values()
    )
    return dict(handed)  # type: ignore[arg-type]


def entry(number: int) -> Entry:
    return Entry(f"page-{number}/", f"Page {number}", Group.LESSONS, text=["words " * 100])


def test_a_small_index_stands_in_one_part_and_a_large_one_in_many() -> None:
    small = {f"word{number:05}": {0: 9} for number in range(100)}
    large = {f"word{number:05}": {0: 9} for number in range(20_000)}

    assert 1 == sum("/words-" in path for path in files.files([entry(0)], small, {}, {}))
    made = files.files([entry(0)], large, {}, {})
    assert 8 < sum("/words-" in path for path in made)
    assert max(len(text) for path, text in made.items() if "/words-" in path) < 60_000


def test_the_first_file_says_where_each_part_begins() -> None:
    words = {f"word{number:05}": {0: 9} for number in range(20_000)}
    found = parts(files.files([entry(number) for number in range(60)], words, {"a name": {1: 3}}, {}))
    start = found["start"]

    assert isinstance(start, dict)
    assert start["words"] == [next(iter(found[f"words-{n}"])) for n in range(len(start["words"]))]  # type: ignore[call-overload]
    assert start["texts"] == [len(found[f"texts-{n}"]) for n in range(len(start["texts"]))]  # type: ignore[arg-type]
    assert [["Lessons", 60]] == start["groups"]


def test_parts_of_two_builds_never_have_the_same_name() -> None:
    one, other = (files.files([entry(0)], {"word": {0: weight}}, {}, {}) for weight in (1, 2))

    assert {files.START} == one.keys() & other.keys()


def test_the_same_pages_make_the_same_index(site: Path) -> None:
    assert index.index(COURSE, site) == index.index(COURSE, site)


def test_an_index_in_parts_finds_what_a_whole_one_finds(
    browser: Browser, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, counts = [], []
    for name in ("whole", "split"):
        if name == "split":
            monkeypatch.setattr(files, "_ONE_PART", 1_000)
            monkeypatch.setattr(files, "_PART", 1_000)
            monkeypatch.setattr(files, "_TEXTS", 500)
        folder = Path(shutil.copytree(site, tmp_path / name))
        shutil.rmtree(folder / files.FOLDER)
        index.write(COURSE, folder)
        counts.append(len([*folder.glob("search/*/words-*.js")]))
        with served(folder) as address, browser.new_context() as context:
            page = context.new_page()
            page.goto(address)
            sought(page, "tea")
            found.append(page.evaluate(FOUND, QUERIES))

    assert [1, True] == [counts[0], counts[1] > 20]
    assert all(found[0])
    assert found[0] == found[1]
