"""The reader's side: this site beside stock Material, Starlight and a page written by hand, in one run."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.findings import BY_HAND, MATERIAL, OURS, STARLIGHT, Found, show
from tests.bench.growth import first_views
from tests.bench.lessons import longest
from tests.bench.lighthouse import Verdict, judge, middle
from tests.bench.report import Goal
from tests.bench.rivals import handmade, material, ours, starlight
from tests.bench.server import Served, serve
from tests.bench.tools import ROOT
from tests.bench.versions import conditions
from tests.bench.weight import Weight, browser, mean_of, weigh

SITES: dict[str, Callable[[Path, str, Path], None]] = {
    OURS: ours.build,
    MATERIAL: material.build,
    STARLIGHT: starlight.build,
    BY_HAND: handmade.build,
}


def measure(work: Path, runs: int) -> list[Goal]:
    """Build, serve and measure all sites, print what was found, and return the goals."""
    print(conditions(work, runs), flush=True)
    with ExitStack() as stack:
        sites = {name: stack.enter_context(serve(work / "sites" / name.replace(" ", "-"))) for name in SITES}
        for name, build in SITES.items():
            shutil.rmtree(sites[name].folder, ignore_errors=True)
            build(sites[name].folder, sites[name].address, work)
            print(f"built: {name}", flush=True)
        with browser() as started:
            weights = {name: _weight(started, served) for name, served in sites.items()}
            grown = first_views(started, work)
        lesson = longest(ROOT / "docs").url
        verdicts = _judged(sites, lesson, work, runs)
        pages = {path: _page(f"{sites[OURS].address}{path}", work) for path in _pages(sites[OURS].folder)}
    return show(Found(weights, verdicts, pages, grown, lesson))


def _weight(started: Browser, served: Served) -> Weight:
    lessons = sorted((served.folder / "lessons").glob("*/index.html"))
    return mean_of(weigh(started, served, f"lessons/{page.parent.name}/") for page in lessons)


def _judged(sites: dict[str, Served], lesson: str, work: Path, runs: int) -> dict[str, Verdict]:
    """Return the medians for each site; the sites take turns, so that a machine that slows down slows all of them."""
    found: dict[str, list[Verdict]] = {name: [] for name in sites}
    for number in range(runs):
        for name, served in sites.items():
            found[name].append(judge(f"{served.address}{lesson}", work))
        print(f"Lighthouse: round {number + 1} of {runs}", flush=True)
    return {name: middle(verdicts) for name, verdicts in found.items()}


def _page(address: str, work: Path) -> Verdict:
    """Return what Lighthouse says of a page; where that is not the best, the median of three runs."""
    first = judge(address, work)
    if {*first.scores.values()} == {100}:
        return first
    return middle([first, judge(address, work), judge(address, work)])


def _pages(site: Path) -> list[str]:
    return [
        f"{page.parent.relative_to(site).as_posix()}/".removeprefix("./") for page in sorted(site.rglob("index.html"))
    ]
