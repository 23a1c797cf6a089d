"""What changes in a drawing from step to step, for the stylesheet and the script that turn the steps."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from macros.diagram.block import Placed
from macros.diagram.story import Moment


@dataclass(frozen=True)
class Moving:
    """The moments of a story, the parts that it is told with, and the number of the moment that is drawn."""

    moments: tuple[Moment, ...]
    placed: tuple[Placed, ...]
    shown: int

    def holder(self, svg: ET.Element, part: Placed) -> ET.Element:
        """Return where a part is drawn: a group of its own if it ever changes, with its state after each step.

        ``data-states`` has a word for each step: on, off or failed.
        ``data-moves`` has for each step how far the part has moved to the right and down, in pixels.
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
        return any(part.names & moment.failed for moment in self.moments)

    def _states(self, part: Placed) -> list[str]:
        states = []
        for moment in self.moments:
            changed = "failed" if part.names & moment.failed else "on"
            states.append("off" if part.names & moment.hidden else changed)
        return states

    def _moves(self, part: Placed) -> list[tuple[float, float]]:
        """Return how far a picture has moved: onto the ground of its gap, in the gap's middle."""
        places = [moment.places.get(part.node.name or "") for moment in self.moments]
        gaps = {gap.node.name: gap for gap in self.placed if gap.node.name in {*places} - {None}}
        moves = []
        for place in places:
            gap = gaps[place] if place else part
            across = gap.x + gap.width / 2 - part.x - part.width / 2
            moves.append((round(across, 2), round(gap.bottom - part.bottom, 2)))
        return moves
