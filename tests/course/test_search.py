"""The search answers: for most of the queries of a course, the right entry is among the first that are found.

Each file of tests/course/search has a set of queries, each with the entries that answer it; a course may do without.
A finer entry within a wanted one counts as well: a cell of a row, an answer of the helper, a picture or a question of a
section.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from macros.assembly.course import Course
from tests.conftest import ROOT
from tests.seeking import sought

SETS = {file.name: yaml.safe_load(file.read_text()) for file in sorted((ROOT / "tests/course/search").glob("*.yml"))}
ASKED = [one for queries in SETS.values() for one in queries]
Section = Callable[[str], str]
"""Gives the section in which the entry at an address lies."""

FIRST, IN_THREE = 0.8, 0.96
"""Of the queries, how many find their entry first, and among the first three."""

MEND = "docs/data/synonyms.yml: say what readers call it; or name another entry in tests/course/search"
FOUND = """async (phrases) => {
  const found = [];
  for (const phrase of phrases) {
    const { results } = await search.find(phrase);
    const shown = await Promise.all(results.slice(0, 3).map(({ entry }) => search.shown(entry)));
    found.push(shown.map(({ address }) => address));
  }
  return found;
}"""


KNOWN = """async (words) => Promise.all(words.map(async (word) => {
  const { results, instead } = await search.find(word);
  return results.length > 0 && !instead;
}))"""


@pytest.fixture(scope="module")
def found(page_at_home: Page, home: str) -> dict[str, list[str]]:
    """Return the addresses of the first three results, by each query."""
    page_at_home.goto(home)
    sought(page_at_home, "a")
    queries = sorted({one["query"] for one in ASKED})
    return dict(zip(queries, page_at_home.evaluate(FOUND, queries), strict=True))


@pytest.fixture(scope="module")
def section(site: Path) -> Section:
    """Return what gives the section in which the entry at an address lies."""

    def of(address: str) -> str:
        page, _, anchor = address.partition("#")
        above = (site / page / "index.html").read_text().partition(f'id="{anchor}"')[0]
        headings = re.findall('<h[23] id="([^"]+)"', above)
        return f"{page}#{headings[-1]}" if anchor and headings else page

    return lru_cache(of)


def answers(address: str, wanted: Sequence[str], section: Section) -> bool:
    """Tell whether an entry is one of those that are wanted, or lies within one."""
    page, _, anchor = address.partition("#")
    part, _, name = anchor.partition("--")
    within = {address, f"{page}#{part}"}
    if part in {"ask", "chart", "diagram", "picture"}:
        within |= {section(address), f"pictures/#{name}"}
    return any(one in within or one.startswith(f"{page}#{part}--") for one in wanted)


def missed(
    asked: Sequence[Mapping[str, Any]], found: Mapping[str, Sequence[str]], most: int, section: Section
) -> list[str]:
    """Return a line for each query whose answer is not among the first so many results."""
    return [
        f"{one['query']}: found {', '.join(found[one['query']][:most]) or 'nothing'}, wanted {one['want'][0]}"
        for one in asked
        if not any(answers(address, one["want"], section) for address in found[one["query"]][:most])
    ]


@pytest.mark.parametrize(("most", "share"), [(1, FIRST), (3, IN_THREE)])
@pytest.mark.parametrize("name", SETS)
def test_most_queries_find_their_answer_among_the_first(
    found: dict[str, list[str]], section: Section, name: str, most: int, share: float
) -> None:
    asked = SETS[name]
    lost = missed(asked, found, most, section)

    assert len(asked) - len(lost) >= share * len(asked), "\n".join([MEND, *lost])


def test_each_query_wants_entries_that_are_there(site: Path) -> None:
    lost = []
    for one in ASKED:
        for address in one["want"]:
            page, _, anchor = address.partition("#")
            file = site / page / "index.html"
            if not file.is_file() or (anchor and f'id="{anchor}"' not in file.read_text()):
                lost.append(f"tests/course/search: {one['query']}: there is no {address}")

    assert [] == lost, MEND


def test_each_word_that_readers_words_mean_is_one_of_the_course(page_at_home: Page, home: str) -> None:
    meant = sorted({text for meaning in Course.read(ROOT / "docs").synonyms.meanings for text in meaning.means})
    page_at_home.goto(home)
    sought(page_at_home, "a")
    lost = [word for word, is_known in zip(meant, page_at_home.evaluate(KNOWN, meant), strict=True) if not is_known]

    assert [] == lost, "docs/data/synonyms.yml: below meanings, say what the course says"
