"""A small course of its own for the tests: one of each kind of file, and what reads it."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

from macros.assembly.modeline import modeline
from macros.diagram.pictures import Pictogram

ROOT = Path(__file__).parent.parent

FILES = {
    "data/course.yml": """promise: How tea and coffee differ.
lessons: 1
minutes: 1
level: Beginner
authors: somebody
tones: {clay: teal, china: plum, wood: steel}
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
adapted-from: {name: N, team: T, about: is a *house*., lesson: L, url: "https://n.example/"}
""",
    "data/comparison.yml": """title: Drinks
subjects:
  - {id: tea, name: Tea, about: of leaves, tone: green}
  - {id: coffee, name: Coffee, about: of beans, tone: red}
groups: [{id: taste, name: Taste}]
rows:
  - id: colour
    group: taste
    name: Colour
    key: true
    explanation: Leaves or beans.
    cells:
      tea: {answer: Green, exception: Black tea., sources: [adam-2020]}
      coffee: {answer: Black, judgement: We looked.}
  - id: warmth
    group: taste
    name: Time to cool
    explanation: Cups differ.
    cells:
      tea:
        answer: Slow
        exception: In the snow.
        figures:
          - id: tea-time
            what: Tea
            value: 10
            unit: min
            kind: measured
            measured: From hot to warm.
            conditions: One cup, 20 degrees.
            year: 2020
            source: adam-2020
            where: Table 1
      coffee:
        answer: Fast
        figures:
          - id: coffee-time
            what: Coffee
            case: in a thin cup
            value: 90
            unit: s
            bound: at most
            kind: limit
            measured: From hot to warm.
            conditions: One cup, 20 degrees.
            year: 2019
            source: adam-2020
            where: Table 2
""",
    "data/sources.yml": """sources:
  - id: adam-2020
    type: book
    title: On drinks
    author: [{family: Adam, given: Zoe}]
    issued: 2020
    URL: https://adam.example/
    accessed: 2026-11-23
    says: That they differ.
""",
    "data/terms.yml": "terms: []\n",
    "data/charts/cooling.yml": """title: Cooling
row: warmth
dimension: time
axis: Time to cool
caption: Coffee is faster.
""",
    "data/decisions/drink.yml": """title: Which drink?
questions:
  - id: hurry
    question: Are you in a hurry?
    answers:
      - {id: "yes", text: "Yes", towards: [coffee], because: It cools fast., rows: [warmth]}
      - {id: "no", text: "No", because: Any will do.}
outcomes:
  - {subjects: [], name: Either, advice: Choose by taste.}
  - {subjects: [coffee], name: Coffee, advice: Drink it.}
""",
    "data/diagrams/cup.yml": """title: A cup
desc: A cup above a saucer.
scene:
  column:
    - {picture: cup, label: Cup}
    - {box: Saucer}
""",
    "data/diagrams/kitchen.yml": """title: A kitchen
desc: Two cups and a pot stand on a table, and one cup goes to a guest.
caption: One table for *all*.
scene:
  column:
    - row: [{picture: cup, label: Tea, size: small, tone: green, name: tea}, {picture: cup, size: large, tone: amber}]
    - group: On the table
      tone: shared
      of: {row: [{box: Pot of tea, tone: clay}, {box: Pot of coffee that is much too large, tone: china}]}
    - row: [{picture: cup}, {arrow: is carried}, {box: Guest, name: guest}]
    - {arrow: is washed}
    - row:
        - bracket: Two shelves
          of: {column: [{box: Upper shelf}, {box: Lower shelf, name: shelf}]}
        - stack: [{gap: tea, name: tray}, {box: Tray}]
    - {arrow: puts away, from: guest, to: shelf}
    - {scale: cup, number: tea-time, each: 4, label: "One cup for 4 minutes of {tea-time}"}
    - bracket: Ready
      of: {row: [{picture: cup}, {gap: large}, {picture: cup}]}
    - {box: Table, tone: wood}
    - {note: "A sentence by itself, which is long enough to be broken into two lines on a phone."}
steps:
  - {step: Tea is made.}
  - {step: It goes to the tray., move: {tea: tray}}
  - {step: "A guest comes, and a shelf breaks.", show: [guest], fail: [shelf]}
""",
    "data/quizzes/drinks.yml": """questions:
  - question: Which is green?
    options:
      - {text: Tea, reason: It is., right: true}
      - {text: Coffee, reason: It is not.}
""",
    "data/pictures/cup.svg": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <title>Cup</title>
  <rect class="main" width="40" height="20"/>
</svg>
""",
    "lessons/01-drinks.md": """---
title: Drinks
description: What to drink.
objectives: [Choose a drink.]
---
Two words.

{! diagram("cup") !}

{! quiz("drinks") !}
""",
    "index.md": """---
title: Home
description: The start.
---
{! outline() !}
""",
    "comparison.md": """---
title: Drinks compared
description: All that differs.
---
{! comparison() !}

{! chart("cooling") !}

{! decision("drink") !}

{! diagram("kitchen") !}
""",
    "sources.md": """---
title: Sources
description: Who says so.
---
{! bibliography() !}
""",
}
"""The small course, by paths in its ``docs`` folder; it has no problem."""

DRINKS = """
title: Three drinks
subjects:
  - {id: tea, name: Tea, about: of leaves, tone: green}
  - {id: coffee, name: Coffee, about: of beans, tone: red}
  - {id: mate, name: Mate, about: of twigs, tone: teal, key: false}
groups: [{id: taste, name: Taste}, {id: empty, name: Empty}]
rows:
  - id: colour
    group: taste
    name: Colour
    key: true
    explanation: Leaves or beans.
    cells:
      tea: {answer: Green, exception: Black tea., sources: [nobody]}
      coffee: {answer: "<b>Black</b>", judgement: We looked.}
      mate: {answer: "`green`", exception: Roasted mate., sources: [nobody]}
  - id: price
    group: taste
    name: Price
    explanation: Trade.
    cells:
      tea:
        answer: Low
        exception: At the airport.
        figures: [{id: tea-price, what: Tea, value: 1200.5, unit: coins, bound: about,
                   kind: stated, measured: Asked., conditions: One shop., year: 2020, source: adam, where: Page 3}]
      coffee: {answer: High, sources: [nobody, adam]}
      mate: {answer: Middle, sources: [nobody]}
units: [coins]
"""
"""A comparison of three subjects, one of which stands in the full table only."""

CUP = Pictogram("cup", "Cup", 48, 48, (ET.Element("rect", {"class": "main", "width": "48", "height": "48"}),), "cup")


def docs_in(folder: Path) -> Path:
    """Write the small course below a folder and return its ``docs``."""
    docs = folder / "docs"
    for path, text in FILES.items():
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text if file.suffix != ".yml" else with_modeline(path, text))
    return docs


def with_modeline(path: str, text: str) -> str:
    """Return the text of a data file with the line by which editors find its schema.

    They find it anywhere: at the end, it moves no line of which a test tells.
    """
    return f"{text.rstrip()}\n{modeline(path)}\n"


def project_in(folder: Path) -> Path:
    """Write a project around the small course, with the engine, the look and the settings of this one; return it."""
    docs = docs_in(folder)
    shutil.copytree(ROOT / "docs/assets", docs / "assets")
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = re.sub(r"^nav:\n(?: .*\n)+", "", (ROOT / "mkdocs.yml").read_text(), flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings)
    return folder


def change(docs: Path, path: str, right: str, wrong: str) -> None:
    """Replace a text that stands in a file."""
    text = (docs / path).read_text()
    if right not in text:
        raise ValueError(right)
    (docs / path).write_text(text.replace(right, wrong, 1))
