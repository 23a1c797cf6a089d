"""The small course in German, with a page on which every macro is called."""

from pathlib import Path

import pytest

from tests.builders import project_in
from tests.conftest import build

# The test course is about drinks in English: what matters are the words around those of its author.
EVERY = """---
title: Alles
description: Alles auf einmal.
---
{! course_card() !}

{! byline() !}

{! comparison(key=true) !}

{! row("colour") !}

{! reading_times() !}

{! scene("cup") !}

{! picture("cup") !}

{! pictograms() !}

{! gallery() !}

{! downloads() !}

{! cite("adam-2020", "berg-2019", "cano-2018") !}

{! glossary() !}

{! rules() !}

{! keys() !}

## Ein Abschnitt

Drücke ++ctrl+shift+del++ oder ++page-up++.

## Größe und Maße für Übermorgen

Die Ökobilanz des E-Books.

[Dahin](#groesse-und-masse-fuer-uebermorgen)

- [ ] offen
- [x] fertig

!!! note
    Ohne Titel.

??? warning
    Ohne Titel.

!!! tip "Mit Titel"
    Mit Titel.

/// danger
Ohne Titel.
///

Eine Note.[^1]

[^1]: Unten.
"""
MORE = """  - id: berg-2019
    type: book
    title: Becher
    author: [{family: Berg, given: A}, {family: Tal, given: B}]
    edition: "2"
    version: "3"
    issued: 2019
    URL: https://berg.example/
    accessed: 2026-11-23
    says: Mehr.
  - id: cano-2018
    type: book
    title: Tassen
    author: [{family: Cano, given: A}, {family: Dorn, given: B}, {family: Eck, given: C}]
    issued: 2018
    URL: https://cano.example/
    accessed: 2026-11-23
    says: Mehr.
"""
TERM = """terms:
  - {id: kanne, term: Kanne, also: [Kannen], meaning: Ein Gefäß., sources: [adam-2020]}
"""
MOVED = """moved:
  - {from: alt/, to: all/}
"""


def german_in(folder: Path) -> Path:
    """Write a project around the small course in German, and return its folder."""
    project = project_in(folder)
    docs = project / "docs"
    (docs / "all.md").write_text(EVERY)
    (docs / "data/sources.yml").write_text((docs / "data/sources.yml").read_text().replace("\n#", f"\n{MORE}#"))
    _put(docs / "data/terms.yml", "terms: []\n", TERM)
    _put(docs / "lessons/01-drinks.md", "Two words.", "{! lesson_header() !}\n\nEine **Kanne**.")
    _put(docs / "lessons/01-drinks.md", '{! quiz("drinks") !}', '{! quiz("drinks") !}\n\n{! lesson_end() !}')
    _put(docs / "data/comparison.yml", "Cups differ.", "Die Größe zählt.")
    _put(docs / "data/comparison.yml", "value: 10\n", "value: 1234.5\n")
    _put(docs / "data/interactives/pots.yml", "least: 5, most: 60, step: 5", "least: 0.5, most: 2000, step: 0.5")
    _put(docs / "data/diagrams/kitchen.yml", "each: 4,", "each: 400,")
    (docs / "data/moved.yml").write_text(f"# yaml-language-server: $schema=schema/moved.json\n{MOVED}")
    _put(project / "mkdocs.yml", "language: en", "language: de")
    return project


def _put(file: Path, old: str, new: str) -> None:
    text = file.read_text()

    assert old in text, file
    file.write_text(text.replace(old, new, 1))


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the German course."""
    return german_in(tmp_path_factory.mktemp("german"))


@pytest.fixture(scope="session")
def german(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of its site."""
    return build(tmp_path_factory.mktemp("site"), project)
