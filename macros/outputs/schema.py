"""``python -m macros.outputs.schema``: JSON Schemas of data files and front matter, with which editors explain keys."""

import json
from pathlib import Path

from macros.chart.chart import Chart
from macros.content.card import Card
from macros.content.comparison import Comparison
from macros.content.decision import Decision
from macros.content.glossary import Glossary
from macros.content.quiz import Quiz
from macros.content.redirects import Moves
from macros.content.runs import Measurements
from macros.content.source import Sources
from macros.content.synonyms import Synonyms
from macros.content.transcript import Transcript
from macros.diagram.diagram import Diagram
from macros.interactive.interactive import Interactive
from macros.pages.page import FrontMatter, LessonFrontMatter
from macros.reading.datafile import Model

MODELS: dict[str, type[Model]] = {
    "page": FrontMatter,
    "lesson": LessonFrontMatter,
    "course": Card,
    "comparison": Comparison,
    "sources": Sources,
    "terms": Glossary,
    "charts": Chart,
    "decisions": Decision,
    "diagrams": Diagram,
    "interactives": Interactive,
    "quizzes": Quiz,
    "measurements": Measurements,
    "transcripts": Transcript,
    "moved": Moves,
    "synonyms": Synonyms,
}
"""By the name of the file in ``docs/data/``, or of the folder; page and lesson are front matter."""


def schema(name: str) -> str:
    """Return the JSON Schema of a kind of data file."""
    described = MODELS[name].model_json_schema()
    return json.dumps({"$schema": "http://json-schema.org/draft-07/schema#", **described}, indent=2) + "\n"


def main() -> None:
    """Write all schemas into the ``docs`` of the current folder."""
    folder = Path("docs/data/schema")
    folder.mkdir(exist_ok=True)
    for name in MODELS:
        (folder / f"{name}.json").write_text(schema(name), encoding="utf-8")


if __name__ == "__main__":
    main()
