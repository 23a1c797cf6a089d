"""The catalogues: each has every text of the code and no other, and no text for readers stands beside them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from jinja2 import Environment, nodes

from macros.html.words import LOCALE, SOURCE, languages
from macros.outputs.catalogues import forms, texts
from tests.builders import ROOT

TEXTS = texts(ROOT)
FOR_AUTHORS = {"problems.html.j2", "rules.html.j2"}
"""Templates that show messages of the check, which are English in every course."""

TEMPLATES = [
    *(file for file in sorted((ROOT / "macros/templates").glob("*.html.j2")) if file.name not in FOR_AUTHORS),
    *sorted((ROOT / "overrides").rglob("*.html")),
]
SCRIPTS = [*sorted((ROOT / "docs/assets").glob("*.js")), ROOT / "overrides/partials/start.html"]
SAME_EVERYWHERE = {"SVG", "PNG", "CC BY 4.0", ".yml"}
_CALLED = {"_", "gettext", "ngettext", "later"}
_PLACE = re.compile(r"%\(\w+\)\w|\{\w+\}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_READ = ("alt", "aria-label", "placeholder", "title")
_PHRASE = re.compile(r"[A-Z][a-z]+[.:!?]?|[A-Za-z]['\w]*(?:,? [a-z']+)+[.:!?]?")
_LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")
_NO_WORDS = {"Escape", "AbortError", "js live", "link, script", "input, select, textarea"}
"""What looks like words in a script: names of keys, of errors and of classes, and selectors."""


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES/course.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", [code for code in languages() if code != SOURCE])
def test_a_catalogue_has_each_text_of_the_code_and_no_other(language: str) -> None:
    ours = {message.id for message in catalogue(language) if message.id}
    wanted = {message.id for message in TEXTS if message.id}

    assert 100 < len(wanted)
    assert (set(), set()) == (wanted - ours, ours - wanted), "run: make words"


@pytest.mark.parametrize("language", [code for code in languages() if code != SOURCE])
def test_a_catalogue_translates_each_text_with_the_same_values(language: str) -> None:
    found = catalogue(language)
    lacking = [message.id for message in found if message.id and not all(forms(message.string or ""))]

    assert [] == lacking
    for message in found:
        if message.id:
            places = {
                tuple(sorted(_PLACE.findall(form))) for form in (*forms(message.id), *forms(message.string or ""))
            }
            assert 1 == len(places), message.id


def calls(file: Path) -> Iterator[str]:
    """Yield each text that Python gives to the catalogue, those within other texts included."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in _CALLED:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def test_no_call_in_python_is_missed() -> None:
    known = {form for message in TEXTS for form in forms(message.id)}
    found = {text: file.name for file in (ROOT / "macros").rglob("*.py") for text in calls(file)}

    assert 40 < len(found)
    assert {} == {text: file for text, file in found.items() if text not in known}


def beside(source: str) -> list[str]:
    """Return the words of a template that stand in no call: its text and attributes, and the strings in its code."""
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(source)
    html = BeautifulSoup("\ufffd".join(part.data for part in tree.find_all(nodes.TemplateData)), "html.parser")
    shown = [str(text) for text in html.find_all(string=True) if type(text) is NavigableString]
    shown += [str(tag[name]) for tag in html.select("*") for name in _READ if tag.has_attr(name)]
    called = {
        id(part)
        for call in tree.find_all(nodes.Call)
        if getattr(call.node, "name", "") in _CALLED
        for part in call.args
    }
    constants = [part for part in tree.find_all(nodes.Const) if isinstance(part.value, str) and id(part) not in called]
    shown += [part.value for part in constants if _PHRASE.fullmatch(part.value.strip())]
    pieces = [piece.strip() for text in shown for piece in text.split("\ufffd")]
    return [piece for piece in pieces if _LETTERS.search(piece) and piece not in SAME_EVERYWHERE]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_words_stand_in_a_template(file: Path) -> None:
    assert [] == beside(file.read_text())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<p>Next</p><p>{{ _("Back") }}</p>', ["Next"]),
        ('<a title="The advice" href="x y">→</a>', ["The advice"]),
        ('{{ "Right." if a else _("Not quite.") }}', ["Right."]),
        ("{% if a %}{{ b }} min{% endif %}", ["min"]),
        ("{# Some words. #}{% set a = 'assets/a.js' %}<b class='some words'>SVG</b>", []),
    ],
)
def test_words_in_a_template_would_be_found(source: str, expected: list[str]) -> None:
    assert expected == beside(source)


def said(script: str) -> list[str]:
    """Return the texts in a script that look like words for readers."""
    code = re.sub(r"^\s*//.*$|\{#.*?#\}", "", script, flags=re.MULTILINE | re.DOTALL)
    found = [re.sub(r"\$\{[^}]*\}", "", one or two) for one, two in _LITERAL.findall(code)]
    return [text for text in found if _PHRASE.fullmatch(" ".join(text.split())) and text not in _NO_WORDS]


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_words_stand_in_a_script(file: Path) -> None:
    assert [] == said(file.read_text())


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('a.textContent = "No row has these words.";', ["No row has these words."]),
        ("a.title = `Colours: ${named}`;", ["Colours: "]),
        ("said.textContent = `Step ${step + 1} of ${all}`;", ["Step  of "]),
        ('// A "comment with words".\na.classList.add("dg-part", "dg-part dg-part--on");', []),
        ('query("[data-count]"); b("h3 > a")', []),
    ],
)
def test_words_in_a_script_would_be_found(script: str, expected: list[str]) -> None:
    assert expected == said(script)
