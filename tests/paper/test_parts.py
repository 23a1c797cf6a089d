"""The parts of what is printed: links, questions, and what is said where nothing can be printed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.outputs.printed import COURSE
from macros.paper.__main__ import main
from macros.paper.document import articles, built, rules
from macros.paper.links import lettered, noted
from macros.paper.worksheet import worksheet
from macros.publish.offer import offer, put
from tests.builders import docs_in
from tests.conftest import ROOT

HOME = "https://site.test/"


def article(html: str) -> LexborNode:
    found = LexborHTMLParser(f"<article><h1>Tea</h1>{html}</article>").css_first("article")
    assert found
    return found


def page(site: Path, url: str, html: str) -> None:
    (site / url).mkdir(parents=True, exist_ok=True)
    (site / url / "index.html").write_text(f"<article><h1>{url}</h1>{html}</article>")


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")]
)
def test_letters_go_on_after_z(number: int, letters: str) -> None:
    assert letters == lettered(number)


def test_an_address_has_one_letter_and_one_that_is_shown_has_none() -> None:
    one, other = '<a href="https://one.test/a">one</a>', '<a href="https://other.test/">other.test</a>'
    found = article(f"<p>{one} {other} {one} <a href='#x'>here</a></p>")
    noted(found)

    assert ["a", "a"] == [mark.text() for mark in found.css(".addresses__mark")]
    assert ["a https://one.test/a"] == [line.text() for line in found.css(".addresses li")]


def test_questions_get_numbers_letters_and_answers_at_the_end() -> None:
    option = "<details class='ask__option'><summary>{0}</summary><p><strong>Right.</strong> {0}!</p></details>"
    ask = f"<div class='ask'><p class='ask__text'>Which?</p>{option.format('Tea')}{option.format('Coffee')}</div>"
    found = article(ask + ask + "<p>After.</p>")
    worksheet(found)

    assert ["1. Which?", "2. Which?"] == [text.text() for text in found.css(".ask__text")]
    assert ["A Tea", "B Coffee"] * 2 == [line.text() for line in found.css(".ask__choices li")]
    assert ["1 A", "1 B", "2 A", "2 B"] == [one.text() for one in found.css(".answers__one > b")]
    assert found.text().index("After.") < found.text().index("Answers")


def test_links_lead_to_pages_in_the_document_or_to_the_site(tmp_path: Path) -> None:
    page(
        tmp_path, "one", '<p id="x"><a href="../two/#y">two</a> <a href="../three/">three</a> <a href="#x">here</a></p>'
    )
    page(tmp_path, "two", '<p id="y">Two</p><details><summary>More</summary></details>')
    (_, _, one), (name, title, two) = articles([*built(tmp_path, ["one/", "two/"])], HOME)

    assert ["#page-two--y", f"{HOME}three/", "#page-one--x"] == [
        link.attributes["href"] for link in LexborHTMLParser(one).css("a")
    ]
    assert ("page-two", "two") == (name, title)
    assert 'id="page-two--y"' in two
    assert '<details open="">' in two


def test_the_rules_that_a_page_holds_come_along(tmp_path: Path) -> None:
    page(tmp_path, "one", "<p>One</p>")
    file = tmp_path / "one/index.html"
    file.write_text(f"<head><style>.one{{color:red}}</style></head><body>{file.read_text()}</body>")

    assert ".one{color:red}" == rules(built(tmp_path, ["one/", "one/"]))


@pytest.mark.parametrize(
    "part", ["<div data-review></div>", "<div class='sheet'></div>", "<div class='gallery'></div>"]
)
def test_a_page_for_the_screen_is_not_printed(tmp_path: Path, part: str) -> None:
    page(tmp_path, "one", part)

    assert [] == [*built(tmp_path, ["one/"])]


def test_a_link_waits_for_its_file(tmp_path: Path) -> None:
    waiting = f'<template data-made="{COURSE}"><p><a data-href="{COURSE}">Course</a> ({{size}} MB)</p></template>'
    file = tmp_path / "index.html"
    file.write_text(waiting)
    offer(tmp_path)
    before = file.read_text()
    (tmp_path / COURSE).parent.mkdir()
    (tmp_path / COURSE).write_bytes(b"%" * 1_200_000)
    offer(tmp_path)

    assert waiting == before
    assert f'<p><a href="{COURSE}">Course</a> (1.2 MB)</p>' == file.read_text()


def test_what_was_never_built_cannot_be_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([str(tmp_path)])

    assert 2 == end.value.code
    assert f"'{tmp_path}' is no built site: run make build before\n" == capsys.readouterr().err


def test_without_a_browser_it_says_what_to_install(tmp_path: Path) -> None:
    """In a process of its own: Playwright refuses a second loop beside that of the tests in a browser."""
    docs_in(tmp_path)
    page(tmp_path / "site", "", "<p>Tea</p>")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CHROMIUM": str(tmp_path / "nothing")}
    command = [sys.executable, "-m", "macros.paper", "site"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert 2 == run.returncode
    assert run.stderr.startswith("no Chromium can be started: install chromium, or set CHROMIUM (")


def test_no_file_is_said_to_have_nothing(tmp_path: Path) -> None:
    page(tmp_path, "one", f'<template data-made="{COURSE}"><a data-href="{COURSE}">Course</a> ({{size}} MB)</template>')
    put(tmp_path, {COURSE: b"%"})

    assert "(0.1 MB)" in (tmp_path / "one/index.html").read_text()
