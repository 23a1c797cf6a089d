"""What readers call the parts of scenes: by their words, and where these stand twice, with what holds them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Box, Column, Group, Node, Note, Picture
from macros.diagram.tree import children
from macros.html.words import code, gettext
from macros.interactive.standing import Part, parts
from macros.pages.slugs import slugs
from macros.reading.positions import Loc

_LONGEST = 60
"""Letters of a note that can be the name of a column, as long as a label can be."""


@dataclass(frozen=True)
class Called:
    """A part as readers call it."""

    loc: Loc
    tone: str
    label: str
    place: str = ""
    """What tells it from others with the same label: the names of what holds it."""
    id: str = ""
    """What stands for it in an address."""

    @property
    def name(self) -> str:
        """Return its label, with its place."""
        return _placed(self.label, self.place)

    @property
    def quoted(self) -> str:
        """Return its name within a sentence."""
        return _placed(gettext("“%(label)s”", label=self.label), self.place)


def called(scene: Node, pictograms: Mapping[str, Pictogram]) -> list[Called]:
    """Return the parts of a scene, in the order of the file."""
    found = [(loc, part, _label(part, pictograms), [*_around(scene, loc)]) for loc, part in parts(scene)]
    return _with_ids(
        Called(loc, part.tone, label, ", ".join(_telling(paths, [other[3] for other in found if other[2] == label])))
        for loc, part, label, paths in found
    )


def _with_ids(some: Iterable[Called]) -> list[Called]:
    """Return parts with ids: their names in plain letters, or their numbers where these say nothing or stand twice."""
    found: dict[str, Called] = {}
    slug = slugs(code())
    for number, part in enumerate(some, start=1):
        plain = slug(part.name, "-") or "part"
        id_ = plain if plain not in found and plain != "part" else f"{plain}-{number}"
        found[id_] = replace(part, id=id_)
    return [*found.values()]


def listed(some: Sequence[Called]) -> str:
    """Return parts as one text, those of one place together."""
    groups = groupby(some, attrgetter("place"))
    return ", ".join(_placed(", ".join(part.label for part in group), place) for place, group in groups)


def _placed(label: str, place: str) -> str:
    return f"{label} ({place})" if place else label


def _label(part: Part, pictograms: Mapping[str, Pictogram]) -> str:
    if isinstance(part, Box):
        return part.box
    if isinstance(part, Picture) and not part.label:
        drawn = pictograms.get(part.picture)
        return drawn.title if drawn else part.picture
    return part.label or ""


def _around(scene: Node, loc: Loc) -> Iterator[str]:
    """Yield the names of what holds the part at a place, from the outside."""
    at: Loc = ()
    node = scene
    while at != loc:
        if isinstance(node, Group):
            yield node.group
        elif isinstance(node, Column) and isinstance(head := node.column[0], Note) and len(head.note) <= _LONGEST:
            yield head.note.rstrip(".")
        step, node = next((step, child) for step, child in children(node) if loc[: len(at) + len(step)] == (*at, *step))
        at = (*at, *step)


def _telling(path: list[str], paths: list[list[str]]) -> list[str]:
    """Return those of the names around a part that are not around all others like it."""
    return [name for name in path if any(name not in other for other in paths)]
