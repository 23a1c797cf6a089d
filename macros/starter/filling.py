"""The templates of a new project: plain files with the plan of the course in the places that are left for it."""

import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.reading.filenames import plain
from macros.starter.plan import Plan

HERE = Path(__file__).parent
CONTENT = HERE / "template"
"""Whatever stands there stands at the same place in a new project."""

_HARMLESS = r"\w\s,.'\"();/?-"
_COLON_IN_PROSE = r":(?=\s|$)"


def quoted(text: str) -> str:
    """Return a text in double quotes, as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


def markdown(text: str) -> str:
    """Return a text as Markdown that shows just this, without a mark that means anything."""
    return re.sub(rf"{_COLON_IN_PROSE}|[^{_HARMLESS}]", lambda mark: _reference(mark[0]), text)


def _reference(mark: str) -> str:
    return mark if mark == ":" else f"&#{ord(mark)};"


_templates = Environment(
    loader=FileSystemLoader(HERE),
    variable_start_string="[[",
    variable_end_string="]]",
    block_start_string="[%",
    block_end_string="%]",
    comment_start_string="[#",
    comment_end_string="#]",
    undefined=StrictUndefined,
    keep_trailing_newline=True,
    autoescape=False,  # noqa: S701 - YAML and Markdown, each with its own filter
)
_templates.filters |= {"quoted": quoted, "markdown": markdown}


def filled(name: str, plan: Plan, **values: Any) -> str:
    """Return one of the templates with a plan in it."""
    slug = plain(plan.title) or "course"
    known = {
        "title": plan.title,
        "subjects": plan.subjects,
        "names": ", ".join(subject.name for subject in plan.subjects),
        "today": plan.made,
        "address": f"https://{slug}.example/",
        "source": f"https://github.example/{slug}",
    }
    return _templates.get_template(name).render(known | values)


def content(plan: Plan, minutes: int) -> dict[str, str]:
    """Return the texts of the course itself, by their paths in the project; minutes are those of its lessons."""
    paths = sorted(file.relative_to(CONTENT).as_posix() for file in CONTENT.rglob("*") if file.is_file())
    return {path: filled(f"{CONTENT.name}/{path}", plan, minutes=minutes) for path in paths}
