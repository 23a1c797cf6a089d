"""Which code the settings of the site name."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.reading.problem import ContentError
from macros.reading.settings import code, language
from tests.builders import project_in
from tests.conftest import ROOT

SETTINGS = """\
site_name: !ENV [NAME, Drinks]
extra_css: [assets/a.css]
extra_javascript:
  - assets/a.js
  - {path: assets/b.mjs, type: module}
  - https://elsewhere.example/c.js
markdown_extensions:
  - x: {format: !!python/name:os.system }
extra:
  extra_css: [assets/other.css]
"""


def test_code_is_named_as_a_path_or_with_how_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)

    assert {"assets/a.css", "assets/a.js", "assets/b.mjs", "https://elsewhere.example/c.js"} == code(tmp_path)


@pytest.mark.parametrize(
    "text", ["", "- a\n", "extra_css:\n", "extra_css: a\n", "a: b\n", "extra_css: {a: b}\n", "[]: b\n"]
)
def test_settings_that_name_no_code_name_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)

    assert set() == code(tmp_path)


def test_without_settings_no_code_is_code(tmp_path: Path) -> None:
    assert set() == code(tmp_path)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a: [", ":1: is not YAML"),
        (b"\xff", "mkdocs.yml:1:1: cannot be read: "),
        (b"a: *b\n", "mkdocs.yml:1:4: is not YAML: found undefined alias"),
        (b"# one\nsite_name: a: b\n", "2:13: is not YAML: mapping values are not allowed in this context"),
        (b"site_name: a: b\n", "hint: put a text that holds ': ' in quotes"),
    ],
)
def test_settings_that_cannot_be_read_are_a_problem_with_its_place(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(data)

    with pytest.raises(ContentError) as caught:
        code(tmp_path)
    assert told in str(caught.value)


def test_settings_that_cannot_be_read_are_told_alone(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("site_name: ", "site_name: Cars: ", 1))
    told = [problem.path for problem in all_problems(Course.read(project / "docs"))]

    assert ["mkdocs.yml"] == told


@pytest.mark.parametrize(("name", "expected"), [("de", "de"), ("", "en")])
def test_a_slip_elsewhere_changes_no_language(tmp_path: Path, name: str, expected: str) -> None:
    spoken = f"  language: {name}\n" if name else ""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: a: b\ntheme:\n  name: material\n{spoken}")

    assert expected == language(tmp_path).value


def test_the_site_names_all_its_code() -> None:
    files = {f"assets/{file.name}" for file in (ROOT / "docs/assets").glob("*") if file.is_file()}

    assert files == code(ROOT)
