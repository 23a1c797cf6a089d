"""What was made of the whole as the pages offer it: a link waits in a template, and is shown once there is the file."""

import re
from collections.abc import Mapping
from pathlib import Path

from macros.html.words import numeral
from macros.publish.kept import WORKER, worker

_WAITING = re.compile(r'<template data-made="([^"]+)">(.*?)</template>', re.DOTALL)
_LEAST = 0.1
"""Megabytes that a file has as it is told: none has nothing."""


def put(site: Path, files: Mapping[str, bytes]) -> str:
    """Write files into a built site, let its pages offer them, and return a line about each."""
    for path, file in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(file)
    renew(site)
    return "".join(f"{site / path}: {len(file) / 1e6:.1f} MB\n" for path, file in files.items())


def renew(site: Path) -> None:
    """Let the pages of a built site offer the files that are in it now, and its worker keep these pages."""
    offer(site)
    if (site / WORKER).is_file():
        (site / WORKER).write_text(worker(site), encoding="utf-8")


def offer(site: Path) -> None:
    """Show on the pages of a built site the links to those of the files that are in it, with their sizes."""
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        shown = _WAITING.sub(lambda found: _link(site, found), text)
        if shown != text:
            page.write_text(shown, encoding="utf-8")


def _link(site: Path, found: re.Match[str]) -> str:
    file = site / found[1]
    if not file.is_file():
        return found[0]
    size = numeral(f"{max(_LEAST, file.stat().st_size / 1e6):.1f}")
    return found[2].replace("data-href=", "href=").replace("{size}", size)
