"""Whatever a field of the data holds, a page gets no new element, attribute or address from it."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from macros.assembly.course import Course
from macros.calls import Calls
from macros.html.markup import render
from macros.reading.positions import Loc
from macros.reading.yaml import read_yaml
from tests.builders import FILES, docs_in, with_modeline
from tests.hostile import PAYLOADS

TERMS = "terms: [{id: word, term: word, also: [words], meaning: M, sources: [adam-2020]}]\n"
TEXTS = {path: text for path, text in FILES.items() if path.endswith(".yml")} | {"data/terms.yml": TERMS}
HOSTILE = [
    "<b>\"'>",
    (
        "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>&lt;b&gt;&#60;b&#62;{! rules() !}{{7*7}}-->]]><!--"
        " [x](javascript:alert(1)) <javascript:alert(1)> ![x](//a.example) [x](data:text/html,x){: onclick=x }"
    ),
    'https://a.example/" onmouseover="alert(1)',
]


WHOLE = [
    "course_card", "outline", "lesson_header", "lesson_end", "byline", "reading_times", "citation", "comparison",
    "downloads", "bibliography", "glossary", "gallery", "pictograms",
]  # fmt: skip


def leaves(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*loc, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*loc, index))
    elif isinstance(value, str):
        yield loc


FIELDS = [(path, loc) for path, text in TEXTS.items() for loc in leaves(read_yaml(text, path).value)]


def changed(value: Any, loc: Loc, text: str) -> Any:
    if not loc:
        return text
    if isinstance(value, dict):
        return {key: changed(inner, loc[1:], text) if key == loc[0] else inner for key, inner in value.items()}
    return [changed(inner, loc[1:], text) if index == loc[0] else inner for index, inner in enumerate(value)]


def html_of(docs: Path) -> str:
    """Return what the course shows, or the box with what is wrong in it."""
    course = Course.read(docs)
    calls = Calls(course, "lessons/01-drinks/", "https://site.example/")
    html = render("problems.html.j2", problems=course.problems)
    if not course.problems:
        html = "".join(getattr(calls, name)() for name in WHOLE)
        html += calls.chart("cooling") + calls.decision("drink") + calls.quiz("drinks")
    return html


def shown(docs: Path) -> tuple[Counter[tuple[str, ...]], set[str]]:
    """Return the elements of what the course shows, and all their addresses."""
    found = BeautifulSoup(html_of(docs), "html.parser").find_all()
    addresses = {str(tag.get(key)) for tag in found for key in ("href", "src", "action", "xlink:href") if tag.get(key)}
    return Counter((tag.name, *sorted(tag.attrs)) for tag in found), addresses


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, ...]]:
    right = shown(written(tmp_path_factory.mktemp("right"), "", (), ""))[0]
    wrong = shown(written(tmp_path_factory.mktemp("wrong"), FIELDS[0][0], FIELDS[0][1], ""))[0]
    assert len(right) > 50 > len(wrong) > 2
    return {*right, *wrong}


def written(folder: Path, path: str, loc: Loc, hostile: str) -> Path:
    docs = docs_in(folder)
    (docs / "data/terms.yml").write_text(with_modeline("data/terms.yml", TERMS))
    (docs / "lessons/01-drinks.md").write_text(FILES["lessons/01-drinks.md"].replace("Two words.", "Two **words**."))
    if path:
        value = changed(read_yaml(TEXTS[path], path).value, loc, hostile)
        (docs / path).write_text(with_modeline(path, json.dumps(value)))
    return docs


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_in_any_field_stays_text(
    hostile: str, harmless: set[tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert len(FIELDS) > 100
    for path, loc in FIELDS:
        docs = written(tmp_path_factory.mktemp("hostile"), path, loc, hostile)
        elements, addresses = shown(docs)

        assert set() == {*elements} - harmless, (path, loc)
        assert [] == [one for one in addresses if not one.startswith(("../", "#", "https://", "./"))], (path, loc)


_AT_ONCE = 40
"""Courses in one document, so that a browser has few large ones to read."""

_EACH = 57 if os.environ.get("FUZZ") else 2
"""Payloads for each field; the next field gets the next ones."""


@pytest.mark.fuzz
def test_no_payload_in_any_field_runs_or_asks_for_anything_in_a_browser(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = [
        html_of(written(tmp_path_factory.mktemp("hostile"), path, loc, PAYLOADS[(place * _EACH + n) % len(PAYLOADS)]))
        for place, (path, loc) in enumerate(FIELDS)
        for n in range(_EACH)
    ]
    asked: list[str] = []
    with browser.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        for start in range(0, len(texts), _AT_ONCE):
            courses = "".join(texts[start : start + _AT_ONCE])
            page.set_content(f"<script>count = 0; ran = () => count++;</script>{courses}<p id=last>last</p>")
            page.wait_for_selector("#last", state="attached")

            assert 0 == page.evaluate("count"), start

    assert [] == [url for url in asked if not url.startswith(("about:", "data:"))]
