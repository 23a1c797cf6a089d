"""The house: how long a module may be, and in which way a test may wait."""

import ast
from pathlib import Path

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
