"""``mkdocs serve`` through one faulty save after another: it names each in the page, lives, and heals."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from builders import docs_in

ROOT = Path(__file__).parent.parent
PATIENCE = 30
"""Seconds after which a page that does not change is taken for dead."""


@dataclass
class Server:
    """A running ``mkdocs serve`` of the small course."""

    project: Path
    address: str
    process: subprocess.Popen[bytes]

    def page(self, path: str) -> str:
        """Return a page as it is now."""
        with urlopen(f"{self.address}{path}", timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())

    def shows(self, path: str, text: str) -> bool:
        """Wait until a page holds a text; return whether it ever does."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if text in self.page(path):
                    return True
            except (URLError, OSError):
                pass
            time.sleep(0.1)
        return False


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    project = tmp_path_factory.mktemp("course to edit")
    docs = docs_in(project)
    shutil.copytree(ROOT / "docs/assets", docs / "assets")
    shutil.copytree(ROOT / "macros", project / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "overrides", project / "overrides")
    settings = re.sub(r"^nav:\n(?: .*\n)+", "", (ROOT / "mkdocs.yml").read_text(), flags=re.MULTILINE)
    (project / "mkdocs.yml").write_text(settings)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    with (project / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=project, env=quiet, stdout=log, stderr=log)
        yield Server(project, f"http://127.0.0.1:{port}/", process)
        process.terminate()
        process.wait()


LESSON, TEA = "lessons/01-drinks/", "docs/lessons/01-drinks.md"
FAULTS = [
    (TEA, '{! diagram("cup") !}', '{! diagram("cub") !}', "there is no diagram"),
    (TEA, '{! diagram("cup") !}', '{! diagram("cup")', f"{TEA}:8:1"),
    (TEA, '{! diagram("cup") !}', "{! diagram( !}", f"{TEA}:8:1"),
    (TEA, '{! diagram("cup") !}', "{! 7 * 7 !}<b {! rules() !}>", "only a macro call with plain values"),
    (TEA, '{! diagram("cup") !}', '{! diagran("cup") !}', "there is no macro"),
    (TEA, "Two words.", "It is <b>so</b>.", f"{TEA}:6:7"),
    (TEA, "objectives:", "objektives:", f"{TEA}:4:1"),
    (TEA, "title: Drinks", "title: [Drinks", f"{TEA}:3:"),
    ("docs/data/diagrams/cup.yml", "picture: cup", "pictrue: cup", "docs/data/diagrams/cup.yml:5:7"),
    ("docs/data/diagrams/cup.yml", "scene:", "scene: [", "docs/data/diagrams/cup.yml:"),
    ("docs/data/quizzes/drinks.yml", "right: true", "rihgt: true", "docs/data/quizzes/drinks.yml:4"),
    ("docs/data/pictures/cup.svg", "<rect", "<script", "docs/data/pictures/cup.svg:"),
    ("macros/quiz.py", "import", "inport", "macros/quiz.py:3:"),
    ("macros/diagram/text.py", "FONT_SIZE = 15", "FONT_SIZE = 1 / 0", "ZeroDivisionError"),
    ("macros/templates/quiz.html.j2", "{% for", "{% fro", "quiz.html.j2"),
]


@pytest.mark.parametrize(("path", "right", "wrong", "said"), FAULTS)
def test_a_faulty_save_is_named_in_the_page_and_heals(
    server: Server, path: str, right: str, wrong: str, said: str
) -> None:
    file = server.project / path
    text = file.read_text()

    assert right in text
    assert server.shows(LESSON, "A cup above a saucer.")
    file.write_text(text.replace(right, wrong, 1))
    named = server.shows(LESSON, said)
    shown = server.page(LESSON)
    file.write_text(text)

    assert named
    assert "Traceback" not in shown
    assert "Macro Syntax Error" not in shown
    assert server.shows(LESSON, "A cup above a saucer.")
    assert "Traceback" not in (server.project / "log").read_text()


def test_an_edit_of_anything_shows(server: Server) -> None:
    edits = [
        (TEA, "Two words.", "Three new words.", LESSON, "Three new words."),
        ("docs/data/diagrams/cup.yml", "Saucer", "Plate", LESSON, ">Plate</text>"),
        ("macros/templates/outline.html.j2", "<ol", '<ol data-new="1"', "", 'data-new="1"'),
        ("macros/diagram/shapes.py", "_HEAD = 6", "_HEAD = 9", LESSON, "A cup"),
        ("docs/assets/course.css", "/* The look", "/* A new look", "assets/course.css", "A new look"),
        ("mkdocs.yml", "site_name: Containers", "site_name: New", LESSON, "New vs virtual machines"),
    ]
    for path, right, wrong, page, shown in edits:
        file = server.project / path

        assert right in file.read_text(), path
        file.write_text(file.read_text().replace(right, wrong, 1))
        assert server.shows(page, shown), path
