"""The course grown to any number of lessons, each with a table, a diagram and a quiz."""

import re
import shutil
from pathlib import Path

from macros.assembly.course import Course

_PARTS = ("docs", "macros", "overrides")
_QUIZ = re.compile(r'(^\{! (?:quiz|predict|predicted)\(")([^"]+)', re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()\d\d-[a-z-]+(?=\.md)")
_TABLE = "{! comparison(key=true) !}"


def grow(source: Path, target: Path, lessons: int) -> None:
    """Write a project with this many lessons into a new folder, out of the project in another.

    The lessons of the course follow each other in turn, with their words and diagrams. Each has a number in its title,
    a file of questions of its own, and the table of key differences.
    """
    for name in _PARTS:
        shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    docs = target / "docs"
    originals = {file: file.read_text(encoding="utf-8") for file in sorted((docs / "lessons").glob("*.md"))}
    names = [f"{number + 1:04}-{[*originals][number % len(originals)].stem[3:]}" for number in range(lessons)]
    for number, name in enumerate(names):
        first = number - number % len(originals)
        near = dict(zip((file.stem for file in originals), names[first:], strict=False))
        text = _copy(list(originals.values())[number % len(originals)], near, names[-1])
        (docs / "lessons" / f"{name}.md").write_text(_own(text, name, docs / "data/quizzes"), encoding="utf-8")
    for file, text in originals.items():
        file.unlink()
        for quiz in _quizzes(text):
            (docs / "data/quizzes" / f"{quiz}.yml").unlink()
    _make_true(source, target, names)


def _copy(text: str, near: dict[str, str], last: str) -> str:
    """Return a lesson with the table in it, and links to the lessons of its own round."""
    linked = _LINK.sub(lambda link: near.get(link[0], last), text)
    return linked if _TABLE in linked else f"{linked}\n{_TABLE}\n"


def _own(text: str, name: str, quizzes: Path) -> str:
    """Return a lesson with its number in its title, and with questions of its own."""
    for quiz in _quizzes(text):
        shutil.copy(quizzes / f"{quiz}.yml", quizzes / f"{name}.yml")
    return _QUIZ.sub(rf"\g<1>{name}", text).replace("\ntitle: ", f"\ntitle: {name[:4]} ", 1)


def _quizzes(text: str) -> set[str]:
    """Return the names of the questions that a lesson asks."""
    return {name for _, name in _QUIZ.findall(text)}


def _make_true(source: Path, target: Path, names: list[str]) -> None:
    """Name the lessons in the navigation and on the home page, and put their number and minutes on the card."""
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    entries = "".join(f"      - lessons/{name}.md\n" for name in names)
    settings = re.sub(r"^( {6}- lessons/.*\n)+", entries, settings, count=1, flags=re.MULTILINE)
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    docs = target / "docs"
    home = docs / "index.md"
    home.write_text(re.sub(r"lessons/01-[a-z-]+", f"lessons/{names[0]}", home.read_text(encoding="utf-8")), "utf-8")
    # They name the addresses of other lessons, as do the words that these teach.
    for name in ("published.txt", "moved.yml", "synonyms.yml"):
        (docs / "data" / name).unlink(missing_ok=True)
    minutes = Course.read(docs).minutes
    card = docs / "data/course.yml"
    told = re.sub(r"^teaches:\n(?: .*\n)+", "", card.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = re.sub(r"^lessons: \d+$", f"lessons: {len(names)}", told, flags=re.MULTILINE)
    card.write_text(re.sub(r"^minutes: \d+$", f"minutes: {minutes}", told, flags=re.MULTILINE), encoding="utf-8")
