"""Windows of a terminal as SVG: below each other, each with its name, its commands on the left and what they print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.etree import ElementTree as ET

from macros.diagram.text import LINE_HEIGHT

_COMMANDS = 0.42
"""The share of the width that commands have."""

_GAP = 16
_TYPED = "dg-text--typed"
_LETTER = 8.5
"""The width of a letter of what is typed or printed."""

Output = tuple[str, ...]


@dataclass(frozen=True)
class Panel:
    """A window: its name, and its commands with what they print."""

    name: str
    lines: tuple[tuple[str, Output], ...]


@dataclass(frozen=True)
class _Text:
    """A line of text: where it begins, and how it looks."""

    text: str
    x: float
    line: int
    css_class: str


def drawn(command: str, panels: Sequence[Panel], title: str, limit: float) -> str:
    """Return the command and the windows below it as SVG of so many pixels."""
    texts = [_Text(part, 0, line, _TYPED) for line, part in enumerate(_wrapped(f"$ {command}", limit))]
    for panel in panels:
        texts += _of(panel, texts[-1].line + 2, limit)
    high = (texts[-1].line + 1) * LINE_HEIGHT
    svg = ET.Element("svg", {"class": "dg", "viewBox": f"0 0 {limit:g} {high:g}", "height": f"{high:g}", "role": "img"})
    ET.SubElement(svg, "title").text = title
    for one in texts:
        place = {"x": f"{one.x:g}", "y": f"{one.line * LINE_HEIGHT + LINE_HEIGHT * 0.75:g}"}
        ET.SubElement(
            svg, "text", {"class": f"dg-text dg-text--start {one.css_class}".strip(), **place}
        ).text = one.text
    return ET.tostring(svg, encoding="unicode")


def _of(panel: Panel, line: int, limit: float) -> Iterator[_Text]:
    yield _Text(panel.name, 0, line, "dg-text--group")
    line += 1
    for command, output in panel.lines:
        left = _wrapped(f"$ {command}", limit * _COMMANDS - _GAP)
        right = [part for text in output for part in _wrapped(text, limit * (1 - _COMMANDS))]
        yield from (_Text(text, 0, line + n, f"{_TYPED} dg-text--soft") for n, text in enumerate(left))
        yield from (_Text(text, limit * _COMMANDS, line + n, _TYPED) for n, text in enumerate(right))
        line += max(len(left), len(right))


def _wrapped(text: str, limit: float) -> list[str]:
    """Return a text in lines of about so many pixels."""
    return wrap(text, int(limit / _LETTER), break_long_words=False, break_on_hyphens=False) or [""]
