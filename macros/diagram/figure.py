"""A diagram as it stands in a page: drawings, caption, steps, the same in words, and the files to take away."""

from collections.abc import Mapping

from macros.content.card import Licence
from macros.diagram.block import NARROW, WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.paint import drawing
from macros.diagram.pictures import Pictogram
from macros.diagram.words import in_words
from macros.html.markup import render


def figure(
    diagram: Diagram,
    name: str,
    root: str,
    pictograms: Mapping[str, Pictogram],
    *,
    cited: str = "",
    licence: Licence | None = None,
) -> str:
    """Return the figure: two drawings, of which the stylesheet shows the one that fits, and all that goes with them.

    name is that of the diagram's file, root leads from the page to the root of the site, cited holds its citations.
    """
    drawings = [(width, drawing(diagram, limit, pictograms)) for width, limit in (("wide", WIDE), ("narrow", NARROW))]
    words = in_words(diagram.scene)
    shown = {"diagram": diagram, "drawings": drawings, "words": words, "licence": licence}
    return render("figure.html.j2", name=name, root=root, cited=cited, **shown)
