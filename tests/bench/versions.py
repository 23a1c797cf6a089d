"""Under which conditions the benchmark runs: versions of all tools, and what was held equal."""

import json
import os
import platform
from importlib.metadata import version
from pathlib import Path

from tests.bench.tools import chromium, installed, node_first, run

_TEXT = """\
{system}, {processors} processors; Python {python}, MkDocs {mkdocs}, Material {material}
{browser}; Lighthouse {lighthouse} on Node {node}; Astro {astro}, Starlight {starlight}
Lighthouse as on a phone with a slow line (simulated), the median of {runs}, the sites in turns.
One server for all: HTTP/1.1 on this machine, gzip at level 9. Bytes are those of compressed bodies.
No other host has an address: requests to them are counted, but their bytes cannot be.
"""


def conditions(work: Path, runs: int) -> str:
    """Return the conditions as text; raises MissingToolError when a tool is not there."""
    lighthouse, starlight = installed("lighthouse", work), installed("starlight", work)
    return _TEXT.format(
        system=platform.platform(),
        processors=os.cpu_count(),
        python=platform.python_version(),
        mkdocs=version("mkdocs"),
        material=version("mkdocs-material"),
        browser=run([chromium(), "--version"], work, seconds=60).strip().splitlines()[-1],
        node=run(["node", "--version"], work, 60, node_first(lighthouse)).strip().lstrip("v"),
        lighthouse=_of(lighthouse, "lighthouse"),
        astro=_of(starlight, "astro"),
        starlight=_of(starlight, "@astrojs/starlight"),
        runs=runs,
    )


def _of(folder: Path, package: str) -> str:
    about = json.loads((folder / "node_modules" / package / "package.json").read_text(encoding="utf-8"))
    return str(about["version"])
