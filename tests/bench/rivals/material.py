"""Material for MkDocs as it comes, with the same pages: its own fonts, search, navigation and colours."""

import shutil
import sys
from pathlib import Path

import yaml

from tests.bench.lessons import TITLE, pages
from tests.bench.rivals.drawing import stylesheet
from tests.bench.tools import ROOT, run


def build(site: Path, address: str, work: Path) -> None:
    """Build the lessons with the theme's own settings into a folder."""
    project = work / "material"
    shutil.rmtree(project, ignore_errors=True)
    write(ROOT / "docs", project, address)
    run([sys.executable, "-m", "mkdocs", "build", "--site-dir", site], project, seconds=300)


def write(docs: Path, project: Path, address: str) -> None:
    """Write a project with the pages of a course and the theme's own settings into a new folder."""
    for page, text in pages(docs):
        about = page.front_matter.model_dump(mode="json", include={"title", "description", "search"}, exclude_none=True)
        file = project / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{yaml.safe_dump(about)}---\n{text}", encoding="utf-8")
    (project / "docs" / "article.css").write_text(stylesheet(), encoding="utf-8")
    settings = {
        "site_name": TITLE,
        "site_url": address,
        "theme": {"name": "material"},
        "extra_css": ["article.css"],
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
