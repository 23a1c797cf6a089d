"""The benchmark's arithmetic: kinds, means, medians, ratios, goals, and what the server of all sites sends."""

import gzip
from http import HTTPStatus
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.pages.page import Page as CoursePage
from tests.bench.lessons import longest, pages, with_addresses
from tests.bench.lighthouse import CATEGORIES, FIGURES, Verdict, middle, verdict
from tests.bench.report import Goal, goals, ratios, table
from tests.bench.rivals import handmade, starlight
from tests.bench.server import Sent, file_of, serve
from tests.bench.tools import MissingToolError, find, run
from tests.bench.weight import KINDS, Weight, by_kind, mean_of


def weight(requests: int, document: int) -> Weight:
    return Weight(requests, 0, {**dict.fromkeys(KINDS, 0), "document": document}, 100)


def judged(lcp: float, score: float = 100, failed: tuple[str, ...] = ()) -> Verdict:
    return Verdict(dict.fromkeys(CATEGORIES, score), {**dict.fromkeys(FIGURES, 0), "LCP": lcp}, failed)


@pytest.fixture(scope="module")
def texts(whole: Path) -> dict[str, tuple[CoursePage, str]]:
    """Return each page of the course and its text, by the page's address."""
    return {page.url: (page, text) for page, text in pages(whole / "docs")}


def test_bytes_are_added_up_by_kind() -> None:
    sent = [
        Sent("/", "text/html; charset=utf-8", 5),
        Sent("/a.js", "text/javascript; charset=utf-8", 2),
        Sent("/b.js", "text/javascript; charset=utf-8", 3),
        Sent("/c.svg", "image/svg+xml", 4),
        Sent("/d.json", "application/json", 7),
    ]

    assert {"document": 5, "stylesheet": 0, "script": 5, "image": 4, "font": 0, "other": 7} == by_kind(sent)


def test_the_mean_of_two_pages_is_between_them() -> None:
    mean = mean_of([weight(2, 10), weight(3, 30)])

    assert (2.5, 20, 100) == (mean.requests, mean.total, mean.nodes)


def test_one_slow_run_does_not_move_the_median() -> None:
    middle_of_three = middle([judged(900), judged(5000, 90, ("speed-index",)), judged(920)])

    assert (920, 100, ("speed-index",)) == (
        middle_of_three.figures["LCP"],
        middle_of_three.scores["seo"],
        middle_of_three.failed,
    )


def test_a_report_of_lighthouse_names_what_costs_points() -> None:
    figures = {audit: {"score": 1, "numericValue": 5} for audit in FIGURES.values()}
    category = {"score": 1, "auditRefs": []}
    lowered = {"score": 0.966, "auditRefs": [{"id": "name", "weight": 7}, {"id": "note", "weight": 0}]}
    found = verdict(
        {
            "categories": {**dict.fromkeys(CATEGORIES, category), "accessibility": lowered},
            "audits": {**figures, "name": {"score": 0}, "note": {"score": 0}},
        }
    )

    assert (97, 100, ("name",)) == (found.scores["accessibility"], found.scores["seo"], found.failed)


def test_ratios_are_to_each_other_site_and_left_out_where_that_has_nothing() -> None:
    assert {"bytes": [0.5, 2], "CLS": [None, None]} == ratios({"bytes": [10, 20, 5], "CLS": [0, 0, 0]})


def test_a_table_is_aligned_and_says_where_there_is_no_figure() -> None:
    assert "       one    two\nbytes    5  1,234\nCLS      -  0.250" == table(
        {"bytes": [5, 1234], "CLS": [None, 0.25]}, ["one", "two"]
    )


def test_goals_are_met_or_missed() -> None:
    found = [Goal("a", 0.5, 0.5), Goal("b", 0.6, 0.5), Goal("c", 99, 100, at_least=True)]

    assert [True, False, False] == [goal.met for goal in found]
    assert [
        "met     a: 0.5, at most 0.5",
        "MISSED  b: 0.6, at most 0.5",
        "MISSED  c: 99, at least 100",
    ] == goals(found).splitlines()


def test_the_server_compresses_and_notes_what_it_sent(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("word " * 100)
    with serve(tmp_path) as served, urlopen(served.address) as answer:  # noqa: S310 - the address is our own
        body = answer.read()

    assert ("gzip", b"word " * 100) == (answer.headers["Content-Encoding"], gzip.decompress(body))
    assert [Sent("/", "text/html; charset=utf-8", len(body))] == served.sent


@pytest.mark.parametrize("address", ["/nothing.css", "/../secret", "/%2e%2e/secret"])
def test_what_does_not_stand_in_the_folder_is_not_found(tmp_path: Path, address: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret").write_text("not served")

    assert (HTTPStatus.NOT_FOUND, tmp_path / "site" / "404.html") == file_of(tmp_path / "site", address)


def test_a_missing_tool_is_named_with_what_to_do() -> None:
    with pytest.raises(MissingToolError, match="no-such-program is needed and was not found: install it"):
        find("no-such-program", hint="install it")


def test_a_program_that_does_not_end_is_ended(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match="took more than 1 seconds"):
        run(["sleep", "60"], tmp_path, seconds=1)


def test_the_lessons_of_the_others_have_tables_and_drawings_and_no_macro(
    texts: dict[str, tuple[CoursePage, str]],
) -> None:
    _, text = texts["lessons/02-brewing/"]

    assert 2 == len([url for url in texts if url.startswith("lessons/")])
    assert ["<figure", "<table"] == [sign for sign in ("<figure", "<table", "{!") if sign in text]


def test_links_to_files_become_links_to_addresses(texts: dict[str, tuple[CoursePage, str]]) -> None:
    lesson, home = texts["lessons/02-brewing/"][0], texts[""][0]

    assert "[a](../01-drinks/) [b](../../sources/#x)" == with_addresses(
        "[a](01-drinks.md) [b](../sources.md#x)", lesson
    )
    assert "[a](lessons/02-brewing/)" == with_addresses("[a](lessons/02-brewing.md)", home)


def test_the_lesson_that_is_judged_is_the_longest(whole: Path) -> None:
    assert "lessons/02-brewing/" == longest(whole / "docs").url


def test_the_icon_of_starlight_is_there() -> None:
    assert starlight.ICON.is_file()


def test_a_page_by_hand_needs_no_other_file(whole: Path, tmp_path: Path) -> None:
    handmade.write(whole / "docs", tmp_path)
    pages = [file.read_text() for file in tmp_path.glob("lessons/*/index.html")]
    asking = ("<script", '<link rel="stylesheet"', "<img", "url(")

    assert any("<svg" in page for page in pages)
    assert [] == [sign for sign in asking for page in pages if sign in page]
