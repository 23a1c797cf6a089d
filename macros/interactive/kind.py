"""What all kinds of pictures to operate have in common: what they are made of, and what they give to a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from macros.content.measurement import Figure
from macros.content.runs import Measurements
from macros.content.units import Units, all_dimensions
from macros.diagram.diagram import Diagram
from macros.diagram.pictures import Pictogram
from macros.diagram.standalone import Drawing
from macros.reading.datafile import Fault, Model
from macros.reading.positions import Loc

Named = tuple[Loc, str, str]
"""Where a picture names something, of which kind that is, and its name."""


@dataclass(frozen=True)
class Material:
    """What a course has of which pictures are made, each by its id or name."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    dimensions: Mapping[str, Units] = field(default_factory=lambda: all_dimensions({}))
    measurements: Measurements | None = None
    diagrams: Mapping[str, Diagram] = field(default_factory=dict)
    pictograms: Mapping[str, Pictogram] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    """Author and year of each source."""

    @cached_property
    def ways(self) -> set[str]:
        """Return the ways that are measured."""
        return {way.id for way in self.measurements.ways} if self.measurements else set()

    def known(self, kind: str) -> set[str]:
        """Return all names of a kind: figures, ways or diagrams."""
        return {"figure": {*self.figures}, "way": self.ways, "diagram": {*self.diagrams}}[kind]


class Kind(Model):
    """A kind of picture. Each has a template named like it, and a script."""

    name: ClassVar[str]
    """The key under which it stands in a data file, and the middle of the names of its template and script."""
    tells_figures: ClassVar[bool] = False
    """Whether its own template leads to each figure that it names, so that no list below it must."""

    def named(self) -> Iterator[Named]:
        """Yield every figure, way and diagram that it names."""
        return iter(())

    def gaps(self, material: Material) -> Iterator[Fault]:  # noqa: ARG002 - for those that have some
        """Yield what is wrong with what it names; all of that is known."""
        return iter(())

    def sources(self, material: Material) -> tuple[str, ...]:
        """Return the sources of the figures that it names."""
        names = dict.fromkeys(name for _, kind, name in self.named() if kind == "figure")
        return tuple(dict.fromkeys(material.figures[name].source for name in names if name in material.figures))

    def shown(self, material: Material) -> dict[str, Any]:
        """Return the values of its template; ``data`` of them goes to its script, as JSON."""
        raise NotImplementedError

    def drawing(self, title: str, material: Material) -> Drawing | None:
        """Return what stands alone as a file: the picture as it is before anybody operates it."""
        raise NotImplementedError
