"""What all charts are drawn from: a legend, marks, lines of text, and the lines of a logarithmic axis."""

from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from xml.etree import ElementTree as ET

from macros.chart.plot import Key, Scale
from macros.content.measurement import on_axis
from macros.content.units import Units
from macros.diagram.text import FONT_SIZE, LINE_HEIGHT, width, wrap

LABELS = 340
"""Room for labels and values beside the axis of a wide chart; in a narrow one they stand above each mark."""

BOLD = 1.12
"""How much wider bold words are than others."""

MARGIN = 12
GAP = 10
DOT = 6
MARKS = (
    "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
    "M-5.5 -5.5h11v11h-11z",
    "M0 -7.5L7.5 0L0 7.5L-7.5 0z",
    "M0 -7L7 6H-7z",
    "M0 7L7 -6H-7z",
    "M-7 0L-3.5 -6H3.5L7 0L3.5 6H-3.5z",
)
"""One form for each subject, so that nobody needs the colours."""


def legend(svg: ET.Element, keys: tuple[Key, ...], limit: float) -> float:
    """Draw which mark stands for what; return the bottom."""
    x, top = 0.0, 0.0
    for key in keys:
        texts = lines(key.name, limit - 3 * DOT)
        wide = 3 * DOT + max(map(width, texts)) + 2 * GAP
        if x and x + wide > limit:
            x, top = 0.0, top + LINE_HEIGHT
        mark(svg, key, x + DOT + 1, top + LINE_HEIGHT / 2)
        for number, text in enumerate(texts):
            line(svg, text, x + 3 * DOT, top + number * LINE_HEIGHT, "dg-text--start")
        x, top = x + wide, top + (len(texts) - 1) * LINE_HEIGHT
    return top + LINE_HEIGHT + GAP


def mark(svg: ET.Element, key: Key, x: float, y: float) -> None:
    """Draw the mark of a key around a point."""
    place = f"translate({x:.2f} {y:.2f})"
    ET.SubElement(svg, "path", {"class": f"dg-mark dg-tone--{key.tone}", "d": MARKS[key.mark], "transform": place})


def lines(text: str, limit: float) -> tuple[str, ...]:
    """Return the text in lines of at most limit pixels: a word that is longer is divided."""
    return wrap(" ".join(piece for word in text.split() for piece in _pieces(word, limit)), limit)


def _pieces(word: str, limit: float) -> Iterator[str]:
    """Yield a word in pieces that fit, each but the last with a hyphen."""
    while width(word) > limit:
        long = next((end for end in range(len(word) - 1, 1, -1) if width(f"{word[:end]}-") <= limit), 1)
        yield f"{word[:long]}-"
        word = word[long:]
    yield word


def line(svg: ET.Element, text: str, x: float, top: float, css_class: str) -> float:
    """Write one line of text; return its bottom. The only way for words into a chart."""
    baseline = top + (LINE_HEIGHT + FONT_SIZE * 0.7) / 2
    place = {"x": f"{round(x, 2):g}", "y": f"{round(baseline, 2):g}"}
    ET.SubElement(svg, "text", {"class": f"dg-text {css_class}", **place}).text = text
    return top + LINE_HEIGHT


def ticks(
    grid: ET.Element, axis: Scale, units: Units, spans: Sequence[tuple[float, float]], places: Sequence[float]
) -> None:
    """Draw a line over these spans for each power of ten, and name it at these places.

    Every one is named, or every second or third, as the names have room.
    """
    powers = range(axis.low, axis.high + 1)
    names = {power: lines(on_axis(10.0**power, units), axis.right)[0] for power in powers}
    starts = {power: _tick_start(axis, power, names[power]) for power in powers}
    step = next(step for step in count(1) if _apart(powers[::step], names, starts))
    for power in powers:
        x = axis.x(10.0**power)
        path = "".join(f"M{x:.2f} {start:g}V{end:g}" for start, end in spans)
        ET.SubElement(grid, "path", {"class": "dg-grid", "d": path})
    for power in powers[::step]:
        for y in places:
            line(grid, names[power], starts[power], y, "dg-text--start dg-text--soft")


def _tick_start(axis: Scale, power: int, name: str) -> float:
    """Return where a name below its line starts; at the ends it is moved into the drawing."""
    return min(max(axis.x(10.0**power) - width(name) / 2, 0), axis.right + 2 * MARGIN - width(name))


def _apart(powers: range, names: dict[int, str], starts: dict[int, float]) -> bool:
    return all(starts[one] + width(names[one]) + GAP <= starts[two] for one, two in pairwise(powers))
