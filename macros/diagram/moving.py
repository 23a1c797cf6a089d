"""What changes in a drawing from step to step, for the stylesheet and the script that turn the steps."""

from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from macros.diagram.block import Placed
from macros.diagram.scene import Arrow, Node
from macros.diagram.story import Moment
from macros.diagram.tree import beside


@dataclass(frozen=True)
class Moving:
    """The scene of a story, its moments, its placed parts, and the number of the moment that is drawn."""

    scene: Node
    moments: tuple[Moment, ...]
    placed: tuple[Placed, ...]
    shown: int

    def first(self, part: Placed) -> Placed:
        """Return a part where it is drawn: where it stands after the first step."""
        return self._at(part, self.moments[0])

    def holder(self, svg: ET.Element, part: Placed) -> ET.Element:
        """Return where a part is drawn: a group of its own if it ever changes, with its state after each step.

        ``data-states`` has a word for each step: on, off or failed.
        ``data-moves`` has for each step how far the part is then from where it is drawn, to the right and down.
        """
        states, moves = self._states(part), self._moves(part)
        if {*states} == {"on"} and {*moves} == {(0, 0)}:
            return svg
        attributes = {"class": f"dg-part dg-part--{states[self.shown]}"}
        if len(states) > 1:
            attributes["data-states"] = " ".join(states)
        if {*moves} != {(0, 0)}:
            attributes["data-moves"] = " ".join(f"{x:g},{y:g}" for x, y in moves)
            attributes["transform"] = "translate({:g} {:g})".format(*moves[self.shown])
        return ET.SubElement(svg, "g", attributes)

    def fails(self, part: Placed) -> bool:
        """Tell whether a part ever fails."""
        return any(self._at(part, moment).names & moment.failing for moment in self.moments)

    def _states(self, part: Placed) -> list[str]:
        """Return how a part looks after each step; what has failed stays so, wherever it moves."""
        states, failed, ends = [], False, self._ends(part)
        for moment in self.moments:
            names = self._at(part, moment).names
            failed = failed or bool(names & moment.failing)
            states.append("off" if (names | ends) & moment.hidden else "failed" if failed else "on")
        return states

    def _moves(self, part: Placed) -> list[tuple[float, float]]:
        first, *_ = places = [self._at(part, moment) for moment in self.moments]
        return [(round(place.x - first.x, 2), round(place.y - first.y, 2)) for place in places]

    def _at(self, part: Placed, moment: Moment) -> Placed:
        """Return a part as it stands at a moment: a moved one in the middle of its gap, in what holds that."""
        place = moment.places.get(part.node.name or "")
        gap = next((gap for gap in self.placed if place and gap.node.name == place), None)
        if not gap:
            return part
        x, y = gap.x + (gap.width - part.width) / 2, gap.bottom - part.height
        return replace(part, x=x, y=y, names=gap.names - {place or ""} | {part.node.name or ""})

    def _ends(self, part: Placed) -> frozenset[str]:
        """Return the names of what an arrow joins, and of all that holds it: without that, there is no arrow."""
        if not isinstance(part.node, Arrow):
            return frozenset()
        neighbours = () if part.node.to else beside(self.scene, part.node)
        ends = (part.node.from_, part.node.to, *(node.name for node in neighbours))
        return frozenset().union(*(_all_of(self.placed, end) for end in ends if end))


def _all_of(placed: tuple[Placed, ...], name: str) -> frozenset[str]:
    """Return a name, and the names of all that holds what goes by it."""
    return frozenset.intersection(*(part.names for part in placed if name in part.names))
