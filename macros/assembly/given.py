"""What files are given before they are checked: units and tones of the course, and figures that diagrams name."""

from macros.assembly.legible import Legible
from macros.content.card import Card
from macros.content.units import all_dimensions
from macros.diagram.filling import filled
from macros.reading.datafile import Datafile, Prepare


def with_units(card: Datafile[Card] | None) -> Prepare:
    """Return what gives a file the units of the course."""
    dimensions = all_dimensions(card.model.dimensions) if card else None
    return lambda marks: marks.given("dimensions", dimensions)


def with_tones(card: Datafile[Card] | None, read: Legible) -> Prepare:
    """Return what gives a diagram the figures that it names, and the tones of the course."""
    tones = card.model.tones if card else None
    return lambda marks: filled(marks, read.named).given("tones", tones)
