"""The search answers: for each of these queries, the right entry is among the first that are found.

tests/course/search.yml has the queries, each with the entries that answer it. A finer entry within a wanted one counts
as well: a cell of a row, an answer of the helper, a question of the section *Check yourself*.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from tests.conftest import ROOT
from tests.seeking import sought

ASKED = yaml.safe_load((ROOT / "tests/course/search.yml").read_text())
FIRST, IN_THREE = 0.8, 0.96
"""Of the queries, how many find their entry first, and among the first three."""

MEND = "docs/data/synonyms.yml: say what readers call it; or name another entry in tests/course/search.yml"
FOUND = """async (phrases) => {
  const found = [];
  for (const phrase of phrases) {
    const { results } = await search.find(phrase);
    const shown = await Promise.all(results.slice(0, 3).map(({ entry }) => search.shown(entry)));
    found.push(shown.map(({ address }) => address));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def found(page_at_home: Page, home: str) -> dict[str, list[str]]:
    """Return the addresses of the first three results, by each query."""
    page_at_home.goto(home)
    sought(page_at_home, "a")
    queries = [one["query"] for one in ASKED]
    return dict(zip(queries, page_at_home.evaluate(FOUND, queries), strict=True))


def answers(address: str, wanted: Sequence[str]) -> bool:
    """Tell whether an entry is one of those that are wanted, or lies within one."""
    page, _, anchor = address.partition("#")
    within = {address, f"{page}#{anchor.partition('--')[0]}"}
    within |= {one for one in wanted if one.startswith(f"{page}#{anchor.partition('--')[0]}--")}
    return any(one in within or (one == f"{page}#check-yourself" and anchor.startswith("ask--")) for one in wanted)


def missed(found: Mapping[str, Sequence[str]], most: int) -> list[str]:
    """Return a line for each query whose answer is not among the first so many results."""
    return [
        f"{one['query']}: found {', '.join(found[one['query']][:most]) or 'nothing'}, wanted {one['want'][0]}"
        for one in ASKED
        if not any(answers(address, one["want"]) for address in found[one["query"]][:most])
    ]


@pytest.mark.parametrize(("most", "share"), [(1, FIRST), (3, IN_THREE)])
def test_most_queries_find_their_answer_among_the_first(found: dict[str, list[str]], most: int, share: float) -> None:
    lost = missed(found, most)

    assert len(ASKED) - len(lost) >= share * len(ASKED), "\n".join([MEND, *lost])


def test_each_query_wants_entries_that_are_there(site: Path) -> None:
    lost = []
    for one in ASKED:
        for address in one["want"]:
            page, _, anchor = address.partition("#")
            file = site / page / "index.html"
            if not file.is_file() or (anchor and f'id="{anchor}"' not in file.read_text()):
                lost.append(f"tests/course/search.yml: {one['query']}: there is no {address}")

    assert [] == lost
