"""The stylesheets of the published site as files: made anew only when what they are made from has changed."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from macros.publish.names import Names
from macros.reading.cache import FOLDER, Cache


def stylesheets(css: str, apart: Iterable[str], used: Names, scripts: Iterable[str]) -> list[str]:
    """Return what pages need at once, what scripts may add, and those that stand apart; all minified."""
    apart, scripts = list(apart), list(scripts)

    def made() -> bytes:
        from macros.publish.stylesheet import minified, split  # noqa: PLC0415 - what it needs is large

        return json.dumps([*split(css, used, scripts), *map(minified, apart)]).encode()

    makers = sorted(Path(__file__).parent.glob("*.py"))
    kept = Cache(FOLDER / "styles", makers, ["lightningcss", "tinycss2"])
    text = kept.get(made, "styles", css, *apart, *used.sorted(), *scripts)
    kept.forget_others()
    return list(json.loads(text))


def put_name(page: Path, old: bytes, new: bytes) -> bool:
    """Replace a name by one of the same length where it stands, without writing the page again; tell whether it did."""
    with page.open("r+b") as file:
        places = [match.start() for match in re.finditer(re.escape(old), file.read())]
        for place in places:
            file.seek(place)
            file.write(new)
        return bool(places)
