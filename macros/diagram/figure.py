"""A diagram as it stands in a page: drawings, caption, steps, the same in words, and the files to take away."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.content.card import Licence
from macros.diagram.block import NARROW, WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.paint import drawing
from macros.diagram.pictures import Pictogram
from macros.diagram.words import in_words
from macros.html.markup import render
from macros.reading.cache import FOLDER, Cache

_LIMITS = (("wide", WIDE), ("narrow", NARROW))


@dataclass(frozen=True)
class Around:
    """What a page says of a diagram: links to its sources, its licence, and the parts that questions ask for."""

    cited: str = ""
    licence: Licence | None = None
    pressed: frozenset[str] = frozenset()
    """The names of these parts."""
    anchored: bool = True
    """Whether links can lead to it: the same one twice on a page has one anchor."""


def figure(
    diagram: Diagram, name: str, root: str, pictograms: Mapping[str, Pictogram], around: Around = Around()
) -> str:
    """Return the figure: two drawings, of which the stylesheet shows the one that fits, and all that goes with them.

    name is that of the diagram's file, root leads from the page to the root of the site.
    """
    drawings = [(width, _drawn(diagram, limit, pictograms, around.pressed)) for width, limit in _LIMITS]
    words = in_words(diagram.scene, {name: one.title for name, one in pictograms.items()})
    shown = {
        "diagram": diagram,
        "drawings": drawings,
        "words": words,
        "licence": around.licence,
        "anchored": around.anchored,
    }
    return render("figure.html.j2", name=name, root=root, cited=around.cited, pressed=around.pressed, **shown)


def room(diagram: Diagram, pictograms: Mapping[str, Pictogram], pressed: frozenset[str]) -> list[tuple[str, str]]:
    """Return the view box of each of its drawings, so that a page can keep room for one that a script shows."""
    drawings = [(width, _drawn(diagram, limit, pictograms, pressed)) for width, limit in _LIMITS]
    return [(width, drawn.partition('viewBox="')[2].partition('"')[0]) for width, drawn in drawings]


@lru_cache(maxsize=1)
def cache() -> Cache:
    """Return where the drawings of pages are kept: to lay them out takes as long as to read their data."""
    return Cache(FOLDER / "figures", sorted(Path(__file__).parent.glob("*.py")), [])


def _drawn(diagram: Diagram, limit: int, pictograms: Mapping[str, Pictogram], pressed: frozenset[str]) -> str:
    """Return a diagram as SVG, as it was kept or drawn now."""
    sources = (pictograms[name].source for _, name in diagram.pictures())
    made_from = f"{limit} {sorted(pressed)} {diagram!r}"
    return (
        cache().get(lambda: drawing(diagram, limit, pictograms, pressed=pressed).encode(), made_from, *sources).decode()
    )
