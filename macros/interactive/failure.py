"""The failure: diagrams in which the reader lets any part fail, and sees what falls with it.

What stands on what is read from the scenes; nothing of it is written in the file.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from pydantic import Field

from macros.content.palette import Tone
from macros.content.units import Short
from macros.diagram.block import NARROW, WIDE
from macros.diagram.diagram import Diagram
from macros.diagram.paint import drawing
from macros.diagram.standalone import Drawing
from macros.interactive.kind import Kind, Material, Named
from macros.interactive.outage import Stage
from macros.interactive.parts import listed
from macros.interactive.stage import WHOLE, breakable, together
from macros.interactive.task import Task
from macros.reading.datafile import Fault, Id

MOST = 30
"""Parts, of which the reader chooses one."""


class Failure(Kind):
    """Diagrams of the course, of which each part can fail."""

    name: ClassVar[str] = "failure"
    diagrams: tuple[Id, ...] = Field(min_length=1, max_length=3, description="names of diagrams, from left to right")
    tone: Tone = Field(description="what is counted: the parts that have this tone")
    called: Short = Field(description="what readers call the parts that are counted, in the plural")
    task: Task | None = Field(default=None, description="a question that the reader answers by breaking something")

    def faults(self) -> Iterator[Fault]:
        """Yield diagrams that stand twice."""
        for index, name in enumerate(self.diagrams):
            if name in self.diagrams[:index]:
                yield ("diagrams", index), f"'{name}' stands twice", "name each diagram once"

    def named(self) -> Iterator[Named]:
        """Yield the diagrams."""
        yield from ((("diagrams", index), "diagram", name) for index, name in enumerate(self.diagrams))

    def sources(self, material: Material) -> tuple[str, ...]:
        """Return the sources of the diagrams, and those of their figures."""
        found = self._found(material)
        names = [name for one in found for name in one.sources]
        figures = (material.figures[name].source for one in found for name in one.figures if name in material.figures)
        return tuple(dict.fromkeys((*names, *figures)))

    def gaps(self, material: Material) -> Iterator[Fault]:
        """Yield what makes of the diagrams nothing to break, parts alike, and a question without an answer."""
        stage = self._stage(material)
        told = [*self._faults_of_parts(stage)]
        yield from told
        if self.task and not told:
            yield from ((("task", *loc), message, hint) for loc, message, hint in self.task.gaps(stage))

    def _faults_of_parts(self, stage: Stage) -> Iterator[Fault]:
        if not any(outage.fallen for outage in stage.outages):
            yield ("diagrams",), "nothing stands on anything here", "in a column, a part stands on what is below it"
        if len(stage.parts) > MOST:
            yield ("diagrams",), f"{len(stage.parts)} parts are more than {MOST}", "take fewer or smaller diagrams"
        before: set[str] = set()
        for part in stage.parts:
            if part.name in before:
                hint = "write other words in one of them, or put each into a group with a name of its own"
                yield ("diagrams",), f"readers cannot tell two parts apart: '{part.name}'", hint
            before.add(part.name)
        if not stage.counted:
            tones = ", ".join(sorted({part.tone for part in stage.parts}))
            yield ("tone",), f"no part has the tone '{self.tone}'", f"choose one of {tones}"

    def shown(self, material: Material) -> dict[str, Any]:
        """Return both drawings, and what is said of each part."""
        stage, drawn = self._stage(material), self._breakable(material)
        pressed = frozenset(part.id for part in stage.parts)
        drawings = [
            (width, drawing(drawn, limit, material.pictograms, WHOLE, pressed))
            for width, limit in (("wide", WIDE), ("narrow", NARROW))
        ]
        verdicts = self.task.verdicts(stage) if self.task else {}
        said = [(one, stage.sentence(one), verdicts.get(one.part.id)) for one in stage.outages]
        alone = listed([one.part for one in stage.outages if not one.fallen])
        answers = listed(self.task.answers(stage)) if self.task else ""
        values = {"said": said, "whole": stage.whole(), "alone": alone, "answers": answers, "listed": listed}
        return {"failure": self, "drawings": drawings, **values}

    def drawing(self, title: str, material: Material) -> Drawing:
        """Return the diagrams, in which nothing has failed."""
        drawn = self._breakable(material).model_copy(update={"title": title, "steps": ()})
        used = [material.pictograms[name].source for _, name in drawn.pictures()]
        said = (self.task.question,) if self.task else ()
        return Drawing(title, f"{drawn!r} {used}", partial(drawing, drawn, pictograms=material.pictograms), said)

    def _found(self, material: Material) -> list[Diagram]:
        return [material.diagrams[name] for name in self.diagrams if name in material.diagrams]

    def _stage(self, material: Material) -> Stage:
        return Stage(together(self._found(material)), material.pictograms, self.tone, self.called)

    def _breakable(self, material: Material) -> Diagram:
        return breakable(self._found(material), {part.loc: part.id for part in self._stage(material).parts})
