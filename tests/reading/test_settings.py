"""Which code the settings of the site name."""

from pathlib import Path

import pytest

from macros.reading.problem import ContentError
from macros.reading.settings import code
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


@pytest.mark.parametrize("data", [b"a: [", b"\xff", b"a: *b\n"])
def test_settings_that_cannot_be_read_are_a_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(data)

    with pytest.raises(ContentError, match=r"^mkdocs\.yml:1:1: cannot be read: "):
        code(tmp_path)


def test_the_site_names_all_its_code() -> None:
    files = {f"assets/{file.name}" for file in (ROOT / "docs/assets").glob("*") if file.is_file()}

    assert files == code(ROOT)
