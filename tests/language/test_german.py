"""A course in German: every word on its pages is German, its author's, or the same in both languages."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, Script, Stylesheet, TemplateString
from mkdocs.config import load_config

from macros.html.words import LOCALE
from tests.builders import ROOT

_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACE = re.compile(r"%\(\w+\)\w|\{\w+\}")
"""Where a text of the catalogue has room for a value."""

_SHOWN = {
    "abbr", "alt", "aria-label", "placeholder", "title", "data-advice", "data-alone", "data-by-hand", "data-copied",
    "data-count", "data-failed", "data-none", "data-scheme-switch", "data-share", "data-short", "data-shown",
}  # fmt: skip
"""The attributes whose words readers see or hear, and those from which scripts take theirs."""

NAMES = """
    application csv json vnd citationstyles csl figures sources comparison yml svg png
    CC BY MIT min JavaScript Zotero November
"""
"""What is the same in every language: media types, names of files and formats, units, a month."""


def strings(page: str) -> Iterator[str]:
    """Yield every text on a page that readers see or hear, those that scripts put there included."""
    soup = BeautifulSoup(page, "html.parser")
    for own in soup.select("[lang=en], code, pre"):
        own.decompose()  # for contributors, and what is no prose
    for tag in soup.select("*"):
        yield from (str(value) for name, value in tag.attrs.items() if name in _SHOWN)
        if tag.name == "meta" and tag.get("name") == "description":
            yield str(tag["content"])
    for text in soup.find_all(string=True):
        if isinstance(text, Script):
            if _is_json(text.parent):
                yield from _in_json(json.loads(text))
        elif type(text) in {NavigableString, TemplateString} and not isinstance(text, Stylesheet):
            yield str(text)


def _is_json(script: Tag | None) -> bool:
    return bool(script and "json" in str(script.get("type")))


def _in_json(value: object) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                if (
                    key not in {"base", "features", "search", "license", "contentUrl", "encodingFormat"}
                    and key[0] != "@"
                ):
                    yield from _in_json(inner)
        case list():
            for inner in value:
                yield from _in_json(inner)
        case str():
            yield value


def words(*texts: str) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(_PLACE.sub("", text))}


def of_author(project: Path) -> set[str]:
    """Return the words of the course's own files, without the keys of its data, and those of its settings."""
    docs = project / "docs"
    files = [*docs.rglob("*.md"), *docs.rglob("data/**/*.svg")]
    values = [_values(yaml.safe_load(file.read_text())) for file in docs.rglob("data/**/*.yml")]
    name = [line for line in (project / "mkdocs.yml").read_text().splitlines() if re.match(r"site_|copyright", line)]
    folders = [folder.name for folder in docs.iterdir()]  # from which MkDocs makes headings of the menu
    return words(*name, *folders, *(file.read_text() for file in files), *chain(*values))


def _values(value: object) -> Iterator[str]:
    match value:
        case dict():
            for inner in value.values():
                yield from _values(inner)
        case list():
            for inner in value:
                yield from _values(inner)
        case _:
            yield str(value)


def of_theme() -> set[str]:
    """Return the German words that the theme has."""
    theme = load_config(str(ROOT / "mkdocs.yml")).theme
    texts = Path(str(theme.get_env().get_template("partials/languages/de.html").filename))
    return words(*re.findall(r': "([^"]*)"', texts.read_text()))


def of_catalogue() -> set[str]:
    """Return the German words of ours."""
    with (LOCALE / "de/LC_MESSAGES/course.po").open("rb") as file:
        texts = [message.string or "" for message in read_po(file) if message.id]
    return words(*(part for text in texts for part in ([text] if isinstance(text, str) else text)))


def test_no_word_on_any_page_is_english(project: Path, german: Path) -> None:
    known = of_author(project) | of_theme() | of_catalogue() | words(NAMES)
    found = {
        (file.relative_to(german).as_posix(), " ".join(text.split()))
        for file in german.rglob("*.html")
        for text in strings(file.read_text())
        if words(text) - known
    }

    assert 7 <= len([*german.rglob("*.html")])
    assert set() == found


def test_an_english_word_would_be_found(project: Path) -> None:
    known = of_author(project) | of_theme() | of_catalogue() | words(NAMES)
    page = '<p title="Close the menu">Weiter</p><button data-count="Step {step} of 3">Next</button>'

    assert ["Close the menu", "Step {step} of 3", "Next"] == [text for text in strings(page) if words(text) - known]


def test_pages_say_which_language_they_speak(german: Path) -> None:
    for file in german.rglob("*.html"):
        assert '<html lang="de"' in file.read_text(), file


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("all", "1 Lektion"),
        ("all", "1.234,5 min"),
        ("sources", "Gelesen am 23. November 2026."),
        ("all", "Berg und Tal 2019"),
        ("all", "Cano u. a. 2018"),
        ("all", "Von oben nach unten"),
        ("all", "Hinweis Ohne Titel."),
        ("all", "Warnung Ohne Titel."),
        ("all", "Gefahr Ohne Titel."),
        ("all", "Tipp: Mit Titel"),
        ("comparison", "höchstens 90 s"),
        ("comparison", "3,09-mal das Bild „Cup“"),
        ("all", "Drücke Strg + Umschalt + Entf oder Bild auf ."),
        ("comparison", "Pfeil von „"),
        ("all", "Was ein Aufruf zeigt, ist ein eigener Block. Also: ihn ganz an den Anfang"),
        ("comparison", "One cup for 4 minutes of 1.234,5 min"),
        ("sources", "2 Auflage, Version 3"),
        ("alt", "Diese Seite ist umgezogen."),
    ],
)
def test_numbers_days_and_lists_are_german(german: Path, path: str, text: str) -> None:
    page = BeautifulSoup((german / path / "index.html").read_text(), "html.parser")

    assert text.lower() in " ".join(page.get_text(" ").replace("\u00a0", " ").split()).lower()


def test_the_anchor_of_a_heading_is_spelt_as_german_does(german: Path) -> None:
    page = BeautifulSoup((german / "all/index.html").read_text(), "html.parser")

    assert ["Größe und Maße für Übermorgen"] == [
        heading.get_text() for heading in page.select("#groesse-und-masse-fuer-uebermorgen")
    ]


def test_files_for_other_programs_are_the_same_in_every_language(german: Path) -> None:
    figures = (german / "data/figures.csv").read_text()

    assert '"row","subject","id","what"' in figures
    assert "1234.5" in figures
    assert "1234.5" in (german / "data/comparison.json").read_text()
