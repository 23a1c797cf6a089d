"""The house: how long a module may be, and in which way a test may wait."""

import ast
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from macros.pages.call_syntax import DELIMITERS
from tests.waiting import WAIT

ROOT = Path(__file__).parents[2]
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in sorted((ROOT / "macros").rglob("*.py"))
}


def test_no_module_is_longer_than_two_screens() -> None:
    assert [] == [name for name, file in MODULES.items() if len(file.read_text().splitlines()) > 150]


def test_the_delimiters_are_read_as_written() -> None:
    settings = load_config(str(ROOT / "mkdocs.yml")).plugins["macros"].config

    assert DELIMITERS == {name: settings[f"j2_{name}"] for name in DELIMITERS}


TESTS = [
    file for part in ("*.py", "*/test_*.py") for file in sorted((ROOT / "tests").glob(part)) if file.stem != "waiting"
]
WAITING = {"sleep", "wait_for_timeout", "monotonic"}
BOUNDED = {"wait", "join", "settimeout", "set_default_timeout", "set_default_navigation_timeout", "set_options"}


def waits(file: Path) -> list[str]:
    """Return the calls in a file that wait for a time of their own."""
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    found = []
    for call in calls:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        values = [word.value for word in call.keywords if word.arg and "timeout" in word.arg]
        values += call.args if name in BOUNDED else []
        numbers = any(isinstance(value, ast.Constant) and isinstance(value.value, int | float) for value in values)
        found += [f"{file.name}:{call.lineno}"] if name in WAITING or numbers else []
    return found


def test_every_wait_of_a_test_is_one_of_those_in_one_place() -> None:
    assert WAIT >= 30
    assert [] == [place for file in TESTS for place in waits(file)]


def test_a_wait_of_its_own_would_be_found(tmp_path: Path) -> None:
    lines = ("time.sleep(1)", "page.wait_for_timeout(9)", "line.settimeout(5)", "get(timeout=5)", "process.wait(2.5)")
    (tmp_path / "a.py").write_text("\n".join((*lines, "get(timeout=WAIT)", "process.wait(WAIT)", "', '.join(a)")))

    assert [f"a.py:{number + 1}" for number in range(len(lines))] == waits(tmp_path / "a.py")


MOST_LINES = 22
"""Of a function, without its docstring."""


def long_functions(file: Path) -> list[str]:
    """Return the functions of a file whose body is longer, each with its number of lines."""
    found = []
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first, last = node.body[bool(ast.get_docstring(node)) and len(node.body) > 1], node.body[-1]
            lines = (last.end_lineno or 0) - first.lineno + 1
            found += [f"{file.name}: {node.name} has {lines} lines"] if lines > MOST_LINES else []
    return found


def test_no_function_is_longer_than_a_thought() -> None:
    files = [*MODULES.values(), *sorted((ROOT / ".github/report").glob("*.py"))]

    assert [] == [place for file in files for place in long_functions(file)]


def test_a_long_function_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "\n".join(["def short():", '    """Doc."""', *["    x = 1"] * 22, "def long():", *["    x = 1"] * 23])
    )

    assert ["a.py: long has 23 lines"] == long_functions(tmp_path / "a.py")


HOOKS = [file for file in MODULES.values() if file.parent.name == "hooks" and file.stem != "__init__"]


@pytest.mark.parametrize("file", HOOKS, ids=lambda file: file.stem)
def test_each_hook_says_which_events_it_answers_what_it_changes_why_and_for_what(file: Path) -> None:
    said = ast.get_docstring(ast.parse(file.read_text())) or ""
    answered = re.findall(r"^(?:def )?(on_\w+)(?:\(| = )", file.read_text(), re.MULTILINE)

    assert answered == re.findall(r"``(on_\w+)``", said.partition("Changes: ")[0])
    assert ["Changes", "Why here", "Gain"] == re.findall(r"^(Changes|Why here|Gain): ", said, re.MULTILINE)
