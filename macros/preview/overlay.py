"""The error overlay: what the preview adds to a page, the problem on top and the script that reloads it."""

import re
from itertools import count
from pathlib import Path

from macros.html.failure import box

SCRIPT_AT = "/livereload/script.js"
"""Below the address that MkDocs keeps for telling browsers of a new site."""

SCRIPT = Path(__file__).with_suffix(".js").read_bytes()
"""Read once: the folder may go while its server lives."""

HAS_PROBLEM = b'<div class="problem"'
"""What stands in a page in place of each part that cannot be shown."""

_BARE = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Preview</title></head>
<body>%b</body>
</html>
"""

_ARTICLE, _BODY = re.compile(rb"<article\b[^>]*>"), re.compile(rb"<body\b[^>]*>")
_numbers = count(1)


def overlaid(page: bytes, problem: str, epoch: int | None) -> bytes:
    """Return a page with the problem, if there is one, above its text.

    What is no whole page becomes one. epoch tells the site that the page is of; without it the page never reloads.
    """
    if not _BODY.search(page):
        page = _BARE % (b"" if problem else page)
    if problem:
        start = _ARTICLE.search(page) or _BODY.search(page)
        page = _put(page, start.end() if start else 0, box(problem))
    if epoch is not None:
        end = page.rfind(b"</body>")
        script = f'<script src="{SCRIPT_AT}" data-epoch="{epoch}" data-page="{next(_numbers)}"></script>'
        page = _put(page, end if end >= 0 else len(page), script)
    return page


def _put(page: bytes, place: int, html: str) -> bytes:
    return page[:place] + html.encode("utf-8", "xmlcharrefreplace") + page[place:]
