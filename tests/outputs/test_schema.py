"""JSON Schemas: what editors are told is what the check accepts."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from macros.outputs.schema import MODELS, schema
from macros.reading.yaml import read_yaml
from tests.builders import SMALL, WHOLE
from tests.conftest import ROOT

SCHEMAS = ROOT / "docs/data/schema"
DOCS = [SMALL / "docs", WHOLE / "docs"]


def files(*folders: Path) -> dict[Path, str]:
    """Return the data files of courses, each with the name of its schema."""
    found = sorted(file for docs in folders for file in docs.glob("data/**/*.yml"))
    return {file: file.stem if file.parent.name == "data" else file.parent.name for file in found}


FILES = files(*DOCS)


def as_json(text: str) -> Any:
    return json.loads(json.dumps(read_yaml(text, "").value))


@pytest.mark.parametrize("name", MODELS)
def test_the_file_is_what_the_models_say(name: str) -> None:
    assert schema(name) == (SCHEMAS / f"{name}.json").read_text(), "run make schema"


@pytest.mark.parametrize("name", MODELS)
def test_every_key_is_explained(name: str) -> None:
    described = json.loads(schema(name))
    parts = {"": described, **described.get("$defs", {})}
    keys = {(part, key): value for part in parts for key, value in parts[part].get("properties", {}).items()}

    assert [] == [key for key, value in keys.items() if "description" not in value]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_data_file_agrees_with_its_schema(file: Path) -> None:
    assert [] == disagreements(FILES[file], as_json(file.read_text()))


def disagreements(name: str, value: object) -> list[str]:
    """Return what a schema refuses in a value."""
    validator = Draft7Validator(json.loads(schema(name)), format_checker=Draft7Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("file", sorted(WHOLE.rglob("*.md")), ids=lambda file: file.stem)
def test_every_front_matter_agrees_with_its_schema(file: Path) -> None:
    kind = "lesson" if file.parent.name == "lessons" else "page"
    assert [] == disagreements(kind, as_json(file.read_text().split("---\n")[1]))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("quizzes", {"questions": []}),
        ("page", {"title": "T", "description": "<b>"}),
        ("lesson", {"title": "T", "description": "D"}),
        ("course", {"promis": "x"}),
        ("charts", {"title": "T", "row": "no row", "dimension": "time", "axis": "A", "caption": "C"}),
        ("diagrams", {"title": "T", "desc": "D", "scene": {"bax": "A"}}),
    ],
)
def test_what_the_check_refuses_the_schema_refuses(name: str, wrong: object) -> None:
    assert not Draft7Validator(json.loads(schema(name))).is_valid(wrong)
