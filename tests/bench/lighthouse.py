"""What Lighthouse says of a page, as on a phone with a slow line: four scores and four figures."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.tools import NOT_ELSEWHERE, chromium, installed, node_first, run

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}
_SECONDS = 120
_BROWSER = f'--headless=new --no-sandbox --disable-background-networking "{NOT_ELSEWHERE}"'


@dataclass(frozen=True)
class Verdict:
    """One run, or the median of several: figures in milliseconds, but CLS, which has no unit."""

    scores: dict[str, float]
    figures: dict[str, float]
    failed: tuple[str, ...]
    """The audits that cost a category points."""


def judge(address: str, work: Path) -> Verdict:
    """Return what one run of Lighthouse says of an address."""
    folder = installed("lighthouse", work)
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    command: list[str | Path] = [
        folder / "node_modules" / ".bin" / "lighthouse",
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={_BROWSER}",
    ]
    run(command, folder, _SECONDS, {**node_first(folder), "CHROME_PATH": chromium()})
    return verdict(json.loads(report.read_text(encoding="utf-8")))


def verdict(report: dict[str, Any]) -> Verdict:
    """Return what a report of Lighthouse says."""
    return Verdict(
        {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES},
        {name: report["audits"][audit]["numericValue"] for name, audit in FIGURES.items()},
        tuple(_failed(report)),
    )


def middle(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the medians of several runs, and every audit that failed in one of them."""
    found = list(verdicts)
    return Verdict(
        {name: median(one.scores[name] for one in found) for name in CATEGORIES},
        {name: median(one.figures[name] for one in found) for name in FIGURES},
        tuple(sorted({name for one in found for name in one.failed})),
    )


def _failed(report: dict[str, Any]) -> Iterable[str]:
    for name in CATEGORIES:
        for audit in report["categories"][name]["auditRefs"]:
            score = report["audits"][audit["id"]]["score"]
            if audit["weight"] and score is not None and score < 1 and report["categories"][name]["score"] != 1:
                yield audit["id"]
