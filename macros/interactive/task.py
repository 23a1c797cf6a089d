"""A question about what can fail: which part alone stops all that it asks for. The scene itself answers it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from macros.diagram.tree import walk
from macros.html.words import gettext
from macros.interactive.outage import Outage, Stage
from macros.interactive.parts import Called, listed
from macros.reading.datafile import Fault, Id, Model, Text, unknown


@dataclass(frozen=True)
class Verdict:
    """Whether a part is an answer, and why."""

    right: bool
    reason: str


class Task(Model):
    """A question that is answered by letting a part fail."""

    question: Text = Field(description="which part must fail, so that all of something stops")
    within: Id | None = Field(
        default=None, description="the name of what holds all that must stop; everything that is counted, unless told"
    )

    def gaps(self, stage: Stage) -> Iterator[Fault]:
        """Yield a name that no part has, or that holds nothing that is counted, and a question without an answer."""
        names = {node.name for _, node, _ in walk(stage.scene) if node.name}
        if self.within and not names:
            hint = f"write 'name: {self.within}' in the diagram, at what holds all that must stop"
            yield ("within",), f"there is no part '{self.within}', and no part has a name", hint
        elif self.within and self.within not in names:
            yield from unknown(("within",), "part", self.within, names)
        elif not (asked := self.asked(stage)):
            yield ("within",), f"nothing in '{self.within}' has the tone '{stage.tone}'", "name what holds some of it"
        elif not self.answers(stage):
            hint = "name in 'within' what holds only parts that stand on one"
            yield ("question",), f"no part alone stops all of these: {listed(asked)}", hint

    def asked(self, stage: Stage) -> list[Called]:
        """Return the parts that must stop."""
        around = [loc for loc, node, _ in walk(stage.scene) if node.name == self.within] if self.within else [()]
        return [part for part in stage.counted if any(part.loc[: len(loc)] == loc for loc in around)]

    def answers(self, stage: Stage) -> list[Called]:
        """Return each part that alone stops them all."""
        return [outage.part for outage in stage.outages if not self._left(stage, outage)]

    def verdicts(self, stage: Stage) -> dict[str, Verdict]:
        """Return what is said of each part as an answer, by its id."""
        return {outage.part.id: self._verdict(self._left(stage, outage)) for outage in stage.outages}

    def _left(self, stage: Stage, outage: Outage) -> list[Called]:
        """Return what still runs of all that must stop."""
        return [part for part in self.asked(stage) if part not in outage.counted]

    def _verdict(self, left: list[Called]) -> Verdict:
        if left:
            return Verdict(right=False, reason=gettext("Not enough: %(names)s still run.", names=listed(left)))
        return Verdict(right=True, reason=gettext("Right: all that the question asks for has stopped."))
