"""``python -m macros.publish.kept SITE``: the service worker of a built site, which names what a browser keeps of it.

That is all pages, and what they show and load, each with its hash. A hook makes it; a generator without hooks gets it
from this command.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urldefrag

from macros.html.markup import render

WORKER = "sw.js"
"""Where the service worker stands: it answers for all that stands beside it and below."""

RETIRED = Path(__file__).with_name("retired.js").read_text(encoding="utf-8")
"""The worker that ends another one."""

_CODE = Path(__file__).with_name("worker.js")
_LETTERS = 16
"""Of a hash, as many as the worker looks at."""

_READ = {".html", ".css", ".js"}
_WHOLE = {"assets", "search"}
"""Folders of which scripts may load anything."""

_LISTS = {"pages.txt"}
_SHOWN = re.compile(r"<(?:img|source|use|audio|video|track|object)\b[^>]*?\s(?:src|href|data)=\"([^\"#]+)")


def worker(site: Path) -> str:
    """Return the service worker for a built site: it is another one as soon as anything that it keeps is."""
    files = dict(_hashes(site))
    unkept = render("unkept.html.j2")
    given = {"FILES": files, "UNKEPT": unkept}
    code = "".join(f"const {name} = {json.dumps(value, separators=(',', ':'))};\n" for name, value in given.items())
    code += _CODE.read_text(encoding="utf-8")
    return f'const VERSION = "{_hash(code.encode())}";\n{code}'


def _hashes(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each file that is kept, by its address below the site, with its hash."""
    shown = {path for page in site.rglob("*.html") for path in _shown(page, site)}
    for file in sorted(file for file in site.rglob("*") if file.is_file()):
        path = file.relative_to(site).as_posix()
        loaded = file.suffix in _READ or path.partition("/")[0] in _WHOLE or path in _LISTS
        if path != WORKER and (loaded or path in shown):
            yield re.sub(r"(^|/)index\.html$", r"\1", path), _hash(file.read_bytes())


def _shown(page: Path, site: Path) -> Iterator[str]:
    """Yield the paths of the files that a page shows as it is opened."""
    folder = page.parent.relative_to(site).as_posix()
    for address in _SHOWN.findall(page.read_text(encoding="utf-8")):
        yield normpath(f"{folder}/{unquote(urldefrag(address).url)}")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_LETTERS]


if __name__ == "__main__":
    (Path(sys.argv[1]) / WORKER).write_text(worker(Path(sys.argv[1])), encoding="utf-8")
