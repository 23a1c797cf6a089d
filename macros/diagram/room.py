"""Whether a diagram fits: on a phone, and into what a browser and the maker of pictures can hold."""

from collections.abc import Iterator, Mapping
from math import ceil

from macros.diagram.block import NARROW, WIDE
from macros.diagram.cast import Cast
from macros.diagram.diagram import Diagram
from macros.diagram.measure import measure, stock
from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Leaf, Node, Picture, Scale
from macros.diagram.tree import walk
from macros.reading.datafile import Fault

MOST_HEIGHT = 3000
"""In pixels. A picture file has twice as many in each direction, and four bytes for each of them."""

MOST_ELEMENTS = 3000
"""Of all its pictograms, long paths counted as more: each is drawn twice on the page, and in a file for each step."""


def faults(scene: Node, pictograms: Mapping[str, Pictogram]) -> Iterator[Fault]:
    """Yield what is too wide, too high or too much, by its place below the scene; all pictograms must be known."""
    sizes = stock(scene, pictograms)
    widths = {loc: measure(node, NARROW, sizes).width for loc, node, _ in walk(scene) if isinstance(node, Leaf)}
    wide = [loc for loc, width in widths.items() if width > NARROW]
    if not wide and measure(scene, NARROW, sizes).width > NARROW:
        wide = [()]
    for loc in wide:
        message = f"is wider than the {NARROW} pixels of a phone"
        yield loc, message, "use shorter words, smaller pictures, or fewer levels"
    high = max(measure(scene, limit, sizes).height for limit in (WIDE, NARROW))
    if high > MOST_HEIGHT:
        yield (), f"is {high:,.0f} pixels high, more than {MOST_HEIGHT:,}", "draw two diagrams, or smaller pictures"
    drawn = sum(_elements(node, pictograms) for _, node, _ in walk(scene))
    if drawn > MOST_ELEMENTS:
        yield (
            (),
            f"draws {drawn:,} shapes of pictures, more than {MOST_ELEMENTS:,}",
            "use simpler pictures, or fewer; a path counts for each 100 letters",
        )


def tight(diagram: Diagram, pictograms: Mapping[str, Pictogram]) -> Iterator[Fault]:
    """Yield pictures that move to gaps in which they have no room; all pictograms must be known."""
    sizes, parts = stock(diagram.scene, pictograms), Cast.of(diagram.scene).parts
    for index, step in enumerate(diagram.steps):
        for name, gap in step.move.items():
            pairs = [[measure(parts[one], limit, sizes) for one in (name, gap)] for limit in (WIDE, NARROW)]
            if any(moved.width > room.width or moved.height > room.height for moved, room in pairs):
                hint = f"write 'gap: {name}' there, or the name of the largest picture that comes to it"
                yield ("steps", index, "move", name), f"has no room in '{gap}'", hint


def _elements(node: Node, pictograms: Mapping[str, Pictogram]) -> int:
    match node:
        case Picture():
            return pictograms[node.picture].weight
        case Scale():
            return ceil(node.copies) * pictograms[node.scale].weight
    return 0
