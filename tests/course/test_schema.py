"""Editors are told of this course's files what the check accepts."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.outputs.test_schema import as_json, disagreements, files

DOCS = ROOT / "docs"
FILES = files(DOCS)
MEND = "{}: the schema refuses what `make check` accepts, so a model is at fault; run `make schema`"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_data_file_agrees_with_its_schema(file: Path) -> None:
    assert [] == disagreements(FILES[file], as_json(file.read_text())), MEND.format(file.relative_to(DOCS))


@pytest.mark.parametrize("file", sorted(DOCS.rglob("*.md")), ids=lambda file: file.stem)
def test_every_front_matter_agrees_with_its_schema(file: Path) -> None:
    kind = "lesson" if file.parent.name == "lessons" else "page"

    assert [] == disagreements(kind, as_json(file.read_text().split("---\n")[1])), MEND.format(file.relative_to(DOCS))
