"""A host on which a new version of a site can be put at any moment, that can be cut off, and that can break off."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.outputs.script_words import script_words
from macros.publish.kept import WORKER, worker
from tests.conftest import ROOT, Quiet, served
from tests.waiting import until

PAGES = ["", "one/", "two/", "deep/three/"]
_OFFLINE = (ROOT / "docs/assets/offline.js").read_text()
_BEGIN = """
globalThis.__md_scope = new URL(document.currentScript.dataset.root, location);
globalThis.__md_get = (key) => JSON.parse(localStorage.getItem(key));
globalThis.__md_set = (key, value) => localStorage.setItem(key, JSON.stringify(value));
globalThis.document$ = { subscribe: (bind) => addEventListener("DOMContentLoaded", bind) };
"""
_PAGE = """<!doctype html><html><head><title>{version}</title><link rel="stylesheet" href="{root}{style}">
<script src="{root}{code}" data-root="{root}"></script></head>
<body><header class="md-header"></header><p data-arrived role="status"></p>
<main data-version="{version}" data-late="{root}{late}" data-root="{root}">Version {version}</main></body></html>"""


class Host:
    """Which folder is served now, and how: whole, cut off, or torn; some requests later it may be another one.

    The file whose path is ``still`` has begun, and does not come before that is another one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cut = self.torn = False
        self.still = ""
        self.asked: list[str] = []
        self._next: list[tuple[int, Path]] = []

    def put(self, folder: Path, after: int = 0) -> None:
        """Serve another folder, at once or when so many files more were asked for."""
        if after:
            self._next.append((len(self.asked) + after, folder))
        else:
            self._next, self.folder = [], folder

    def ask(self, path: str) -> Path:
        """Note that a path was asked for; return the folder in which it is looked for."""
        self.asked.append(path)
        while self._next and self._next[0][0] <= len(self.asked):
            self.folder = self._next.pop(0)[1]
        return self.folder


class _Handler(Quiet):
    host: Host

    def do_GET(self) -> None:  # noqa: N802 - the name is the method of HTTP
        """Answer as the host does at this moment."""
        if self.host.cut:
            self.close_connection = True
            return
        self.directory = str(self.host.ask(self.path))
        # Two versions of one second are two all the same.
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def copyfile(self, source: object, outputfile: object) -> None:
        """Send a file, or no more than its first half; a page that is opened is sent whole, to be looked at."""
        content = source.read()  # type: ignore[attr-defined]
        if self.path == self.host.still:
            outputfile.flush()  # type: ignore[attr-defined]
            until(lambda: self.path != self.host.still)
        torn = self.host.torn and self.headers["Sec-Fetch-Mode"] != "navigate"
        outputfile.write(content[: len(content) // 2] if torn else content)  # type: ignore[attr-defined]
        self.close_connection = self.close_connection or torn

    def end_headers(self) -> None:
        """Let nothing be kept without being asked for again."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@contextmanager
def hosted(folder: Path) -> Iterator[tuple[str, Host]]:
    """Serve a folder from a host that can change, and give its address and the host."""
    host = Host(folder)
    with served(folder, type("Handler", (_Handler,), {"host": host})) as address:
        try:
            yield address, host
        finally:
            host.still = ""


def version_in(folder: Path, version: int) -> Path:
    """Write a small site that tells its version in each of its files: in pages, scripts, styles and the search."""
    site = folder / str(version)
    (site / "search").mkdir(parents=True)
    (site / "assets").mkdir()
    files = {
        "style": _hashed(site, "style.css", f".v{version} {{ color: red }}"),
        "late": _hashed(site, "late.js", f"globalThis.late = {version};"),
        "code": _hashed(site, "code.js", f"globalThis.code = {version};{_BEGIN}{script_words()}{_OFFLINE}"),
    }
    for path in PAGES:
        (site / path).mkdir(parents=True, exist_ok=True)
        root = "../" * path.count("/") or "./"
        (site / path / "index.html").write_text(_PAGE.format(version=version, root=root, **files))
    (site / "404.html").write_text(_PAGE.format(version=version, root="/", **files))
    (site / "search/search_index.json").write_text(f"{version}")
    (site / "alike.txt").write_text("not kept")
    (site / "manifest.webmanifest").write_text("{}")
    (site / WORKER).write_text(worker(site))
    return site


def _hashed(site: Path, name: str, text: str) -> str:
    stem, _, suffix = name.partition(".")
    path = f"assets/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{suffix}"
    (site / path).write_text(text)
    return path
