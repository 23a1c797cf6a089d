"""The house: which module may know which, and how long a module may be."""

import ast
from pathlib import Path

from mkdocs.config import load_config
from waiting import WAIT

from macros.pages.templates import DELIMITERS

ROOT = Path(__file__).parent.parent
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts): file for file in sorted((ROOT / "macros").rglob("*.py"))
}
HOOKS = {"site_files", "faster", "escaping", "gate", "published", "serve", "unchanged", "units", "pencil"}
SERVER = {"build_fault", "hot_reload", "preview"}
"""What the hook ``serve`` loads, and only to serve."""

ORDER = [
    {"unseen"},
    {"errors", "dates", "failure", "kept", "unbroken", "yaml_limits", "yaml_scalars", "filenames", "images"},
    {"pages.vocabulary", "compiled", "watch", "overlay", "build_fault", "alike", "corrections"},
    {"hot_reload", "pages.typed"},
    {"preview"},
    {
        "marked",
        "markup",
        "wording",
        "yaml_hints",
        "kinds",
        "settings",
        "pages.templates",
        "pages.references",
        "pages.bounded",
    },
    {"expected", "strict_yaml", "call", "docs_files", "pages.markdown"},
    {"model_faults"},
    {"datafile", "pages.stand_ins", "pages.finish", "pages.prose"},
    {"pages.allowed", "pages.layout"},
    {"pages.faults", "pages.marks"},
    {"pages.article"},
    {"pages.draft"},
    {
        "pages.raw",
        "pages.notes",
        "pages.joined",
        "pages.headings",
        "pages.unused",
        "pages.spacing",
        "pages.belittling",
        "pages.sentences",
    },
    {"rules"},
    {"author"},
    {"measurement", "source", "quiz", "page", "decision"},
    {"bibliography", "comparison", "lesson", "glossary", "moved", "pages.written"},
    {"pages.inspection", "required"},
    {"pages.linked", "card"},
    {"targets"},
    {"diagram.svg_numbers", "diagram.svg_text"},
    {"diagram.svg_paths"},
    {"diagram.svg_rules"},
    {"diagram.scene", "diagram.story", "diagram.pictures", "diagram.text", "diagram.style", "diagram.filling"},
    {"diagram.letters"},
    {"diagram.tree", "diagram.block", "diagram.plot"},
    {"diagram.cast"},
    {"diagram.story_faults"},
    {"diagram.diagram", "diagram.measure", "diagram.words", "diagram.grid", "diagram.shapes", "diagram.moving"},
    {"diagram.route", "diagram.draw_plot", "diagram.room"},
    {"diagram.layout", "download", "table"},
    {"diagram.paint", "chart"},
    {"diagram.figure", "diagram.standalone", "gallery"},
    {"files", "schema"},
    {"shelf"},
    {"citing", "reading", "addresses", "amounts", "data_links", "modeline"},
    {"gone", "navigation"},
    {"agreement"},
    {"course"},
    {"uses", "made", "known", "place", "shown", "complete", "edits"},
    {"calls"},
    {"anchors"},
    {"links"},
    {"check"},
    {"env", "__main__"},
    {"publish.names", "publish.policy", "publish.compress", "publish.paths", "publish.quoting"},
    {"publish.stylesheet", "publish.servers"},
    {"publish.styles"},
    {"publish.__main__"},
    {"__init__", "diagram.__init__", "pages.__init__", "publish.__init__", *HOOKS},
]
"""Each module may import only from the levels above its own."""


def imports(file: Path) -> set[str]:
    found = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    for node in found:
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_every_module_has_its_level() -> None:
    assert {name.removeprefix("macros.") for name in MODULES} == set().union(*ORDER)


def test_modules_import_only_from_the_levels_above() -> None:
    above: set[str] = set()
    for level in ORDER:
        for name in level:
            known = imports(MODULES[f"macros.{name}"]) & MODULES.keys()

            assert set() == {module.removeprefix("macros.") for module in known} - above, name
        above |= level


def test_only_the_hooks_and_the_server_import_the_site_generator() -> None:
    knowing = {name for name, file in MODULES.items() if "mkdocs" in {part.split(".")[0] for part in imports(file)}}

    assert {f"macros.{name}" for name in HOOKS | SERVER} == knowing


def test_a_build_loads_no_server() -> None:
    loading = {
        name.removeprefix("macros.")
        for name, file in MODULES.items()
        if imports(file) & {f"macros.{part}" for part in SERVER | {"overlay", "watch"}}
    }

    assert {"serve"} == loading - SERVER


def test_no_module_is_longer_than_two_screens() -> None:
    assert [] == [name for name, file in MODULES.items() if len(file.read_text().splitlines()) > 150]


CONCEPTS = {"comparison", "measurement", "author", "source", "decision", "lesson", "quiz", "card", "page", "moved"}


def test_no_concept_knows_the_course_or_how_another_is_shown() -> None:
    shown = {
        "course",
        "calls",
        "env",
        "shelf",
        "diagram.paint",
        "diagram.figure",
        "comparison",
        "source",
        "lesson",
        "quiz",
        "card",
    }
    shown |= {"chart", "decision", "bibliography", "download", "gallery", "check", "agreement", "table"}
    diagram = {name.removeprefix("macros.") for name in MODULES if name.startswith("macros.diagram.")}
    known = {
        (name, module.removeprefix("macros."))
        for name in CONCEPTS | diagram
        for module in imports(MODULES[f"macros.{name}"]) & MODULES.keys()
    }

    inside = {(name, other) for name, other in known if {name, other} <= diagram}

    assert set() == {(name, other) for name, other in known - inside if other in shown - {name}}


def test_only_the_adapter_the_hooks_and_who_reads_its_settings_name_the_site_generator() -> None:
    naming = {
        name
        for name, file in MODULES.items()
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Constant) and str(node.value).startswith("mkdocs")
    }

    assert {"macros.env", "macros.settings"} == naming - {f"macros.{name}" for name in HOOKS}


def test_the_delimiters_are_read_as_written() -> None:
    settings = load_config(str(ROOT / "mkdocs.yml")).plugins["macros"].config

    assert DELIMITERS == {name: settings[f"j2_{name}"] for name in DELIMITERS}


TESTS = [file for file in sorted((ROOT / "tests").glob("*.py")) if file.stem != "waiting"]
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
