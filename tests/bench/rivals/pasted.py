"""Our own site with what its macros make pasted into its pages, so that what they cost can be told."""

import re
import shutil
from pathlib import Path

from macros.assembly.course import Course
from macros.outputs.generated import made
from macros.reading.settings import Site
from tests.bench.lessons import pages

_PLUGIN = re.compile(r"^  - macros:\n(?: {6}.*\n)+", re.MULTILINE)
_GATES = re.compile(r"^  - macros/hooks/(?:gate|site_files)\.py\n", re.MULTILINE)
"""Hooks that let no HTML of others through, and no files that are made."""

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def write(source: Path, target: Path) -> None:
    """Write the project into another folder, without its macros and with the files that they make."""
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    docs = source / "docs"
    for page, text in pages(docs):
        about = _FRONT_MATTER.match((source / page.path).read_text(encoding="utf-8"))
        (target / page.path).write_text(f"{about[0] if about else ''}{text}", encoding="utf-8")
    for path, content in made(Course.read(docs), docs, Site("", "")).items():
        file = target / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    (target / "mkdocs.yml").write_text(_GATES.sub("", _PLUGIN.sub("", settings)), encoding="utf-8")
