"""What is measured: this site, built as it is published, for the address at which it is measured."""

import sys
from pathlib import Path

from tests.bench.tools import ROOT, run


def build(site: Path, address: str, _work: Path) -> None:
    """Build this site into a folder."""
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site]
    run(command, ROOT, seconds=300, variables={"SITE_URL": address})
