"""A new project: the engine, a small course of examples that passes every check, and what a later update needs."""

from collections.abc import Callable, Mapping
from pathlib import Path

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.outputs.citation import citation_text
from macros.reading.project import CITATION
from macros.starter.engine import PAGES, delivered
from macros.starter.filling import content
from macros.starter.place import appearing, place
from macros.starter.plan import planned
from macros.starter.state import state

ENGINE = Path(__file__).parents[2]


def make(folder: str, title: str, subjects: str, language: str = "", licence: str = "") -> tuple[Path, int]:
    """Write a new project into a folder, and return its path and the number of its files.

    Raises ValueError with all that is wrong with what was asked for, a line each; then nothing is written.
    """
    asked = (title, subjects, language, licence)
    wrong = [*_told(lambda: place(folder, ENGINE)), *_told(lambda: planned(*asked))]
    if wrong:
        raise ValueError("\n".join(wrong))
    target, plan = place(folder, ENGINE), planned(*asked)
    engine = delivered(ENGINE, plan)
    pages = {path: (ENGINE / path).read_bytes() for path in PAGES if (ENGINE / path).is_file()}
    with appearing(target) as made:
        write(made, engine | pages | state(plan, engine) | _encoded(content(plan, minutes=1)))
        write(made, _encoded(content(plan, Course.read(made / "docs").minutes)))
        write(made, _encoded({CITATION: citation_text(made / "docs")}))
        _refuse_problems(made / "docs")
        count = sum(file.is_file() for file in made.rglob("*"))
    return target, count


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder; those that name the program that runs them can be run."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        if data.startswith(b"#!"):
            file.chmod(file.stat().st_mode | 0o111)


def _told(ask: Callable[[], object]) -> list[str]:
    try:
        ask()
    except ValueError as error:
        return [str(error)]
    return []


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in texts.items()}


def _refuse_problems(docs: Path) -> None:
    """Raise ValueError when a new course would not pass its own check."""
    if found := all_problems(Course.read(docs)):
        raise ValueError(
            "\n".join(("The new course would not pass its check, so it is not written:", *map(str, found)))
        )
