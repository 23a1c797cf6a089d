"""Under ``mkdocs serve`` a page that was remembered is the page that would be made now, after any save."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest

from tests.builders import project_in

LESSON, OTHER, SETTINGS = "docs/lessons/01-drinks.md", "docs/other.md", "mkdocs.yml"
SAVES = [
    (LESSON, "Two words.", "Three new words."),
    (LESSON, "## More", "## Much more"),
    ("docs/data/diagrams/cup.yml", "Saucer", "Plate"),
    ("docs/data/quizzes/drinks.yml", "Which is green?", "Which one is green?"),
    (OTHER, "#more", "#much-more"),
    (OTHER, "Links.", "What it links to."),
    (OTHER, "lessons/01-drinks.md#much-more", "gone.md"),
    ("docs/gone.md", "", "---\ntitle: Gone\ndescription: No more.\n---\nIt is back.\n"),
    (SETTINGS, "Code MIT", "Code under MIT"),
]
"""One after the other: a file, what stands in it, and what stands there then."""

DRIVER = """
import json, logging, sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

warned = []
class Told(logging.Handler):
    def emit(self, record):
        warned.append(record.getMessage())
logging.getLogger("mkdocs").addHandler(Told(logging.WARNING))

def built():
    warned.clear()
    config = load_config("mkdocs.yml", site_dir="site")
    if not started:
        started.append(config.plugins.on_startup(command="serve", dirty=False))
    build(config, serve_url="http://127.0.0.1:8000/")
    pages = {str(page): page.read_text() for page in sorted(Path("site").rglob("*.html"))}
    return {"pages": pages, "warned": sorted(warned)}

started, told = [], []
built()
memory = sys.modules["macros/hooks/incremental.py"]
for path, right, wrong in json.loads(sys.argv[1]):
    file = Path(path)
    text = file.read_text() if file.exists() else ""
    file.write_text(text.replace(right, wrong, 1) if right else wrong)
    remembered = built()
    spared = len(memory._spared)
    memory._rendered.clear()
    told.append({"remembered": remembered, "spared": spared, "anew": built()})
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return the site after each save, as it is with what is remembered, and as it is made anew."""
    project = project_in(tmp_path_factory.mktemp("course to edit"))
    (project / OTHER).write_text(
        "---\ntitle: Other\ndescription: Links.\n---\n[Drinks](lessons/01-drinks.md#more) [here](#nowhere)\n"
    )
    with (project / LESSON).open("a") as lesson:
        lesson.write("\n## More\n\nMore words.\n")
    command = [sys.executable, "-c", DRIVER, json.dumps(SAVES)]
    settled = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project)}
    done = subprocess.run(command, cwd=project, env=settled, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stderr
    return list(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("number", range(len(SAVES)), ids=[f"{path}: {wrong[:20]}" for path, _, wrong in SAVES])
def test_the_site_is_the_one_that_would_be_made_anew(saves: list[dict[str, Any]], number: int) -> None:
    remembered, anew = saves[number]["remembered"], saves[number]["anew"]

    assert 4 <= len(anew["pages"])
    assert anew["warned"] == remembered["warned"]
    assert [] == [path for path, page in anew["pages"].items() if page != remembered["pages"].get(path)]


def test_most_pages_are_not_made_again_but_those_with_warnings_are(saves: list[dict[str, Any]]) -> None:
    spared = [save["spared"] for save in saves]

    assert [4, 4, 5, 5, 4, 5, 4, 0, 0] == spared
    assert any("there is no anchor '#more' on docs/lessons/01-drinks.md" in text for text in saves[1]["anew"]["warned"])
    assert any("there is no page docs/gone.md" in text for text in saves[6]["anew"]["warned"])


def test_every_edit_can_be_seen(saves: list[dict[str, Any]]) -> None:
    pages = [json.dumps(save["anew"]["pages"]) for save in saves]

    assert [] == [number for number, (one, other) in enumerate(pairwise(pages)) if one == other]
