"""The cast of a story: the parts of a scene that have names, what each of them is, and what holds it."""

from dataclasses import dataclass

from macros.diagram.scene import Arrow, Box, Gap, Group, Leaf, Node, Picture, Scale
from macros.diagram.story import Moment
from macros.diagram.tree import walk
from macros.reading.positions import Loc


@dataclass(frozen=True)
class Cast:
    """The named parts of a scene, and what a story can do with them."""

    parts: dict[str, Node]
    inside: dict[str, frozenset[str]]
    """By its name, the names that a part goes by: its own, and those of all that holds it."""
    seen: frozenset[str]
    """Those of which something is drawn."""
    failing: frozenset[str]
    """Those of which something can be crossed out."""
    arrows: tuple[tuple[Loc, Arrow, frozenset[str]], ...]
    """Those that name their ends, each with its place and the names that it goes by."""

    @classmethod
    def of(cls, scene: Node) -> "Cast":
        """Return the cast of a scene."""
        nodes = {("scene", *loc): node for loc, node, _ in walk(scene)}
        goes_by = {
            loc: frozenset(nodes[loc[:end]].name or "" for end in range(1, len(loc) + 1) if loc[:end] in nodes) - {""}
            for loc in nodes
        }
        named = {node.name: loc for loc, node in nodes.items() if node.name}
        drawn = [loc for loc, node in nodes.items() if isinstance(node, Leaf | Group) and not isinstance(node, Gap)]
        solid = [loc for loc in drawn if isinstance(nodes[loc], Box | Picture | Scale | Group)]
        return cls(
            {name: nodes[loc] for name, loc in named.items()},
            {name: goes_by[loc] for name, loc in named.items()},
            frozenset().union(*(goes_by[loc] for loc in drawn)),
            frozenset().union(*(goes_by[loc] for loc in solid)),
            tuple((loc, node, goes_by[loc]) for loc, node in nodes.items() if isinstance(node, Arrow) and node.to),
        )

    @property
    def pictures(self) -> dict[str, Picture]:
        """Return the pictures by their names."""
        return {name: node for name, node in self.parts.items() if isinstance(node, Picture)}

    @property
    def gaps(self) -> dict[str, Gap]:
        """Return the gaps by their names."""
        return {name: node for name, node in self.parts.items() if isinstance(node, Gap)}

    def around(self, name: str, moment: Moment) -> frozenset[str]:
        """Return the names of what holds a part at a moment: a picture that has moved is in what holds its gap."""
        place = moment.places.get(name, name)
        return self.inside[place] - {place}

    def hides(self, name: str, moment: Moment) -> bool:
        """Tell whether a part cannot be seen at a moment."""
        return bool((self.around(name, moment) | {name}) & moment.hidden)
