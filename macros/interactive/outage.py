"""What becomes of a scene when one of its parts fails, for each part, and what is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.diagram.pictures import Pictogram
from macros.diagram.scene import Node
from macros.html.words import gettext, ngettext
from macros.interactive.parts import Called, called, listed
from macros.interactive.standing import falls


@dataclass(frozen=True)
class Outage:
    """A part that has failed, what falls with it, and which of these are counted."""

    part: Called
    fallen: tuple[Called, ...]
    counted: tuple[Called, ...]

    @property
    def others(self) -> tuple[Called, ...]:
        """Return what falls with it and is not counted."""
        return tuple(one for one in self.fallen if one not in self.counted)


@dataclass(frozen=True)
class Stage:
    """A scene with the parts that are counted in it, and what readers call those, in the plural."""

    scene: Node
    pictograms: Mapping[str, Pictogram]
    tone: str
    what: str

    @cached_property
    def parts(self) -> list[Called]:
        """Return all parts, in the order of the file."""
        return called(self.scene, self.pictograms)

    @cached_property
    def counted(self) -> list[Called]:
        """Return the parts of which it is said how many stop."""
        return [part for part in self.parts if part.tone == self.tone]

    @cached_property
    def outages(self) -> list[Outage]:
        """Return what becomes of it for each part."""
        by_place = falls(self.scene)
        return [self._outage(part, [one for one in self.parts if one.loc in by_place[part.loc]]) for part in self.parts]

    def _outage(self, part: Called, fallen: Sequence[Called]) -> Outage:
        stopped = {part, *fallen}
        return Outage(part, tuple(fallen), tuple(one for one in self.counted if one in stopped))

    def whole(self) -> str:
        """Return what is said while nothing has failed."""
        return gettext("Nothing has failed: all %(num)d %(what)s run.", num=len(self.counted), what=self.what)

    def sentence(self, outage: Outage) -> str:
        """Return what is said of an outage."""
        part, number, every = outage.part.quoted, len(outage.counted), len(self.counted)
        if not outage.fallen:
            return gettext("If %(part)s fails, nothing else stops.", part=part)
        said = {"part": part, "names": listed(outage.counted), "what": self.what, "every": every}
        if not number:
            head = gettext("If %(part)s fails, no %(what)s stop.", **said)
        elif number == every > 1:
            head = gettext("If %(part)s fails, all %(every)d %(what)s stop.", **said)
        else:
            head = ngettext(
                "If %(part)s fails, %(num)d of %(every)d %(what)s stops: %(names)s.",
                "If %(part)s fails, %(num)d of %(every)d %(what)s stop: %(names)s.",
                number,
                **said,
            )
        others = gettext("With them: %(names)s.", names=listed(outage.others)) if outage.others else ""
        return f"{head} {others}".strip()
