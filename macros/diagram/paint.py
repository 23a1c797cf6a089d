"""A diagram as SVG: shapes with class names; every colour and font is in the stylesheet."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from xml.etree import ElementTree as ET

from macros.diagram.block import BRACE, GAP, Placed, Point, widest
from macros.diagram.diagram import Diagram
from macros.diagram.layout import layout
from macros.diagram.measure import stock
from macros.diagram.moving import Moving
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import TONED, Arrow, Box, Bracket, Gap, Group, Node, Note, Picture, Scale
from macros.diagram.shapes import brace, copies, path, pictogram, rect, stroke, write
from macros.diagram.text import LINE_HEIGHT

_EDGE = 1
"""Room around a drawing for half of a line's width."""

_INSET = 4
"""How far a cross keeps from the edge of what it crosses out."""

_BESIDE = 3
"""Room between a brace and the words beside it."""


def drawing(
    diagram: Diagram,
    limit: float,
    pictograms: Mapping[str, Pictogram],
    step: int = -1,
    pressed: frozenset[str] = frozenset(),
) -> str:
    """Return the scene after a step (the last, unless told) as SVG, laid out for a width of limit pixels.

    Parts whose names are in pressed can be found in it by these.
    """
    used = dict.fromkeys(name for _, name in diagram.pictures())
    return _drawing(diagram, limit, tuple(pictograms[name] for name in used), step, pressed)


@lru_cache(maxsize=1024)
def _drawing(diagram: Diagram, limit: float, used: tuple[Pictogram, ...], step: int, pressed: frozenset[str]) -> str:
    """Draw, and remember it: a diagram stands on several pages and in files, and a save changes one of them at most."""
    (scene, placed), pictograms = _placed(diagram.scene, limit, used), _by_name(used)
    points = [point for part in placed for line in part.lines for point in line]
    left, top = (min([0, *(point[axis] for point in points)]) - _EDGE for axis in (0, 1))
    right = max([limit, *(part.right for part in placed), *(x for x, _ in points)]) + _EDGE
    bottom = max([*(part.bottom for part in placed), *(y for _, y in points)]) + _EDGE
    view_box = f"{left:g} {top:g} {right - left:g} {bottom - top:g}"
    svg = ET.Element("svg", {"class": "dg", "role": "img", "viewBox": view_box})
    ET.SubElement(svg, "title").text = diagram.title
    ET.SubElement(svg, "desc").text = diagram.desc
    moving = Moving(scene, diagram.moments, placed, step)
    for part in placed:
        if not isinstance(part.node, Gap):
            tone = diagram.colour(part.node.tone) if isinstance(part.node, TONED) else ""
            holder = _named(svg, moving.holder(svg, part), part.node.name, pressed)
            _paint(holder, moving.first(part), pictograms, tone, fails=moving.fails(part))
    return ET.tostring(svg, encoding="unicode")


def _named(svg: ET.Element, holder: ET.Element, name: str | None, pressed: frozenset[str]) -> ET.Element:
    """Return where a part is drawn: a group with its name if a question asks for it."""
    if name not in pressed:
        return holder
    group = ET.SubElement(svg, "g") if holder is svg else holder
    group.set("data-part", name or "")
    return group


@lru_cache(maxsize=256)
def _placed(scene: Node, limit: float, used: tuple[Pictogram, ...]) -> tuple[Node, tuple[Placed, ...]]:
    """Lay out a scene, once for all its steps and for every other like it; return it with its own nodes, placed."""
    return scene, layout(scene, limit, stock(scene, _by_name(used)))


def _by_name(used: tuple[Pictogram, ...]) -> dict[str, Pictogram]:
    return {pictogram.name: pictogram for pictogram in used}


def _paint(svg: ET.Element, part: Placed, pictograms: Mapping[str, Pictogram], tone: str, *, fails: bool) -> None:
    words = part.text, part.x + part.width / 2
    match part.node:
        case Box():
            _box(svg, part, f"dg-box dg-tone--{tone}", fails=fails)
        case Group():
            rect(svg, part, f"dg-group dg-tone--{tone}")
            write(svg, *words, part.y + GAP / 2 + 2, "dg-text dg-text--group")
        case Note():
            write(svg, *words, part.y + 2)
        case Arrow(to=to):
            write(svg, *words, part.y if to is None else part.y + (part.height - len(part.text) * LINE_HEIGHT) / 2)
            _arrow(svg, part.lines)
        case Bracket():
            _bracket(svg, part)
        case Picture():
            _picture(svg, part, pictograms[part.node.picture], tone, fails=fails)
        case Scale():
            copies(svg, part, part.node, pictograms[part.node.scale], tone)
            _cross(svg, part, fails=fails)
            write(svg, part.text, part.x, part.bottom - len(part.text) * LINE_HEIGHT, "dg-text dg-text--start")


def _box(svg: ET.Element, part: Placed, kind: str, *, fails: bool) -> None:
    rect(svg, part, kind)
    _cross(svg, part, fails=fails)
    top = part.y + (part.height - len(part.text) * LINE_HEIGHT) / 2
    write(svg, part.text, part.x + part.width / 2, top)


def _picture(svg: ET.Element, part: Placed, found: Pictogram, tone: str, *, fails: bool) -> None:
    middle, high = part.x + part.width / 2, part.height - len(part.text) * LINE_HEIGHT
    wide = found.width * high / found.height
    pictogram(svg, found, tone, (middle - wide / 2, part.y, wide, high))
    _cross(svg, part, fails=fails)
    write(svg, part.text, middle, part.y + high)


def _cross(svg: ET.Element, part: Placed, *, fails: bool) -> None:
    """Cross out a part that ever fails, but for its words: the stylesheet shows it when it has failed."""
    if not fails:
        return
    over_words = isinstance(part.node, Box)
    tall = len(part.text) * LINE_HEIGHT
    high = part.height if over_words else part.height - tall
    x, y = part.x + part.width / 2, part.y + high / 2
    far = part.width / 2 - _INSET, high / 2 - _INSET
    near = min(1, widest(part.text) / 2 / far[0], tall / 2 / far[1]) if over_words else 0
    arms = [(side * far[0], end * far[1]) for side, end in product((-1, 1), repeat=2)]
    path(svg, "dg-cross", [((x + dx, y + dy), (x + dx * near, y + dy * near)) for dx, dy in arms])


def _arrow(svg: ET.Element, lines: tuple[tuple[Point, ...], ...]) -> None:
    for line in lines:
        stroke(svg, line, head=line is lines[-1])


def _bracket(svg: ET.Element, part: Placed) -> None:
    if part.down:
        brace(svg, (part.x, part.y), part.width, down=True)
        write(svg, part.text, part.x + part.width / 2, part.y + BRACE)
    else:
        brace(svg, (part.x, part.y), part.height, down=False)
        top = part.y + (part.height - len(part.text) * LINE_HEIGHT) / 2
        write(svg, part.text, part.x + BRACE + _BESIDE, top, "dg-text dg-text--start")
