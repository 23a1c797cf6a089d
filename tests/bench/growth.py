"""Whether a lesson costs its reader more when the course has grown: the first view at 5 and at 1,000 lessons."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.grown import grow
from tests.bench.server import serve
from tests.bench.tools import ROOT, run
from tests.bench.weight import weigh

SIZES = (5, 1000)


def first_views(started: Browser, work: Path) -> float:
    """Return the bytes of a lesson among 1,000 as a ratio to one among five."""
    few, many = (first_view(started, _built(work, size)) for size in SIZES)
    return many / few


def first_view(started: Browser, site: Path) -> float:
    """Return the bytes of the first view of the lesson in the middle of a built course."""
    lessons = sorted((site / "lessons").glob("*/index.html"))
    with serve(site) as served:
        return weigh(started, served, f"lessons/{lessons[len(lessons) // 2].parent.name}/").total


def _built(work: Path, lessons: int) -> Path:
    project, site = work / f"grown-{lessons}", work / "sites" / f"grown-{lessons}"
    shutil.rmtree(project, ignore_errors=True)
    grow(ROOT, project, lessons)
    run([sys.executable, "-m", "mkdocs", "build", "--site-dir", site], project, seconds=600)
    print(f"built: {lessons} lessons", flush=True)
    return site
