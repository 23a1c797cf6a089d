"""The templates of a new project: plain files with the plan of the course in the places that are left for it."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.html.words import SOURCE
from macros.reading.filenames import plain
from macros.reading.letters import spelt
from macros.starter.choices import HERE, licences
from macros.starter.plan import Plan

CONTENT = "template"
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


@lru_cache
def _templates(language: str) -> Environment:
    """Return what reads the templates: those of a language, and the English ones where it has none of its own."""
    templates = Environment(
        loader=FileSystemLoader(_folders(language)),
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
    templates.filters |= {"quoted": quoted, "markdown": markdown}
    return templates


def _folders(language: str) -> list[Path]:
    return [HERE / language, HERE]


def filled(name: str, plan: Plan, **values: Any) -> str:
    """Return one of the templates with a plan in it."""
    slug = plain(spelt(plan.title, plan.language)) or "course"
    words = yaml.safe_load(_templates(plan.language).get_template("words.yml").render())
    known = {
        "title": plan.title,
        "subjects": plan.subjects,
        "names": ", ".join(subject.name for subject in plan.subjects),
        "today": plan.made,
        "address": f"https://{slug}.example/",
        "source": f"https://github.example/{slug}",
        "words": words,
        "licences": _licences(words["licences"]),
        "licence": _licences(words["licences"]).get(plan.licence),
        "has_texts": has_texts(plan.language),
    }
    return _templates(plan.language).get_template(name).render(known | values)


def _licences(said: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return the licences with what a language says of them."""
    return {id_: {"id": id_, **licence, **said[id_]} for id_, licence in licences().items()}


def has_texts(language: str) -> bool:
    """Return whether the examples of a new course are in a language; else they are in English."""
    return language == SOURCE or (HERE / language).is_dir()


def content(plan: Plan, minutes: int) -> dict[str, str]:
    """Return the texts of the course itself, by their paths in the project; minutes are those of its lessons."""
    folders = [folder / CONTENT for folder in _folders(plan.language)]
    files = {file.relative_to(folder) for folder in folders for file in folder.rglob("*") if file.is_file()}
    paths = sorted(file.as_posix() for file in files)
    return {path: filled(f"{CONTENT}/{path}", plan, minutes=minutes) for path in paths}
