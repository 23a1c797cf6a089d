"""The page that shows diagrams before and after."""

from base64 import b64encode
from html import escape

from report.changes import Change
from report.harmless import line

_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Diagrams before and after</title>
<style>
body { color-scheme: light dark; font-family: sans-serif; margin: 1rem }
section { display: flex; flex-wrap: wrap; gap: 1rem }
figure { flex: 1 1 20rem; margin: 0 }
img { max-width: 100% }
</style>
<h1>Diagrams before and after</h1>
"""
"""The policy lets nothing in but pictures that stand in the page itself."""


def page(changed: list[Change[str]]) -> str:
    """Return the page. Each SVG is a picture in it: browsers run no script of a picture, and load nothing for it."""
    return _HEAD + "".join(map(_section, changed))


def _section(change: Change[str]) -> str:
    name = escape(line(change.name))
    shown = _figure(name, "before", change.before) + _figure(name, "after", change.after)
    return f"<h2>{name}, {change.kind}</h2>\n<section>\n{shown}</section>\n"


def _figure(name: str, when: str, drawn: str | None) -> str:
    if drawn is None:
        return ""
    data = b64encode(drawn.encode("utf-8", "replace")).decode()
    picture = f'<img alt="{name}, {when}" src="data:image/svg+xml;base64,{data}">'
    return f"<figure><figcaption>{when}</figcaption>{picture}</figure>\n"
