"""The engine: the files that every course has alike, as this project delivers them to another."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.reading.filenames import litter
from macros.starter.filling import filled
from macros.starter.guide import guide
from macros.starter.plan import Plan

FOLDERS = ("macros", "overrides", "tests", ".github", ".ci", ".vscode", "docs/assets", "docs/data/schema")
FILES = ("LICENSE", "ARCHITECTURE.md", "requirements.txt", "requirements-dev.txt", ".editorconfig", "Containerfile")

MERGED = (
    "mkdocs.yml",
    "Makefile",
    "pyproject.toml",
    "CONTRIBUTING.md",
    ".gitignore",
    ".github/CODEOWNERS",
    "docs/assets/course.css",
)
"""Files that the engine and a course both change: an update merges them."""

PAGES = ("docs/accessibility.md", "docs/rules.md")
"""Pages that tell of the engine: a new course begins with these, and may change them."""

BEGINS = "macros/starter/template"
"""What a new course begins with."""

STATE = ".ci/engine"
"""Where a project keeps what was delivered to it."""

WORDS = "tests/course/words.txt"
"""What only the course speaks of, so that no file of the engine may."""

SOUGHT = "tests/course/search"
"""What is asked of the search of the course, with the answers."""

_OWN = ("broken", "content", "contributing", "new_course", "words")
"""Tests of ``tests/course`` that hold what is true of this course alone; the others hold for any."""

_OF_THE_LAB = ("tests/course/lab", "tests/course/terminals", ".github/ISSUE_TEMPLATE/run.yml")
_NOT = (*(f"tests/course/test_{name}.py" for name in _OWN), *_OF_THE_LAB, WORDS, SOUGHT, STATE)
_CACHES = {"__pycache__", "node_modules"}
_LANGUAGE = re.compile(r"^( +language: )(.+)$", re.MULTILINE)
_LOGO = re.compile(r"^( +logo: )(.+)$", re.MULTILINE)


def delivered(root: Path, plan: Plan) -> dict[str, bytes]:
    """Return the files of the engine that stands in a folder, by their paths, set up for a course."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    logo = _LOGO.search(settings)
    own = f"overrides/.icons/{logo[2]}.svg" if logo else ""
    files = {path: (root / path).read_bytes() for path in sorted({*_paths(root)} - {own})}
    # A course may rewrite these, in its own language: the projects that it makes itself begin with the first ones.
    files = {f"{BEGINS}/{path}": (root / path).read_bytes() for path in PAGES if (root / path).is_file()} | files
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    set_up = {
        "mkdocs.yml": filled("mkdocs-head.yml", plan) + _engine_settings(settings, plan.language),
        "CONTRIBUTING.md": guide(text, filled("examples.md", plan)),
    }
    return files | {path: text.encode() for path, text in set_up.items()}


def _engine_settings(settings: str, language: str) -> str:
    """Return the settings that every course has alike: all from the theme on, with its icon and its language."""
    alike = _LOGO.sub(r"\1course/logo", settings[settings.index("\ntheme:") + 1 :])
    return _LANGUAGE.sub(rf"\g<1>{language}", alike, count=1)


def _paths(root: Path) -> Iterator[str]:
    """Yield the path of each file of the engine, but not what editors and Python leave beside them."""
    yield from (path for path in (*FILES, *MERGED) if (root / path).is_file())
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            path = file.relative_to(root)
            left_out = any(path.is_relative_to(other) for other in _NOT)
            if file.is_file() and not (left_out or litter(file.name) or _CACHES & {*path.parts}):
                yield path.as_posix()
