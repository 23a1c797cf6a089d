"""One thing seen through two windows: what is typed there prints otherwise as its reader switches, as was recorded."""

from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from pydantic import Field

from macros.content.transcript import RECORD
from macros.content.typed import recorded_how
from macros.content.units import Short
from macros.diagram.standalone import Drawing
from macros.html.words import gettext
from macros.interactive.kind import Kind, Material
from macros.interactive.panels import Panel, drawn
from macros.interactive.printed import RECORDED, Recorded, commands_hash, record_faults
from macros.interactive.seen import Seen, changes, seen
from macros.interactive.switched import Switch, Window, place_faults, typed
from macros.reading.datafile import Fault, Text, twice

CHOOSER = "window"
"""The name of the choice between the windows, where there is room for one; it stands in the address."""


class AskedViews(Kind):
    """The author's part of two windows on one thing."""

    name: ClassVar[str] = "views"
    control: Short = Field(description="what the switches are of: the question above them")
    command: Text = Field(description="what starts the thing, with each switch in braces where its words belong")
    switches: tuple[Switch, ...] = Field(min_length=2, max_length=8, description="what readers turn on and off")
    windows: tuple[Window, ...] = Field(min_length=2, max_length=2, description="in this order")

    def faults(self) -> Iterator[Fault]:
        """Yield switches that stand twice, or not as the command says, or that have the name of another control."""
        yield from twice("switches", self.ids)
        if CHOOSER in self.ids:
            loc = ("switches", self.ids.index(CHOOSER), "id")
            yield loc, f"'{CHOOSER}' is the choice between the windows", "choose another id"
        yield from place_faults(self.command, self.switches)

    @property
    def ids(self) -> list[str]:
        """Return the names of the switches; in a state, each is a bit."""
        return [switch.id for switch in self.switches]

    def typed(self, state: int) -> str:
        """Return the command in a state."""
        return typed(self.command, {one.id: one.adds for at, one in enumerate(self.switches) if state >> at & 1})


class Views(AskedViews):
    """Two windows on one thing, with what was printed in each state."""

    recorded: Recorded | None = Field(default=None, description="all below is written by make transcripts")

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with what is typed, or else with what was recorded."""
        found = [*super().faults()]
        yield from found or self._faults_of_record()

    def _faults_of_record(self) -> Iterator[Fault]:
        if not self.recorded:
            yield (), "was never recorded", RECORD
            return
        now = commands_hash(self.command, self.switches, self.windows)
        for loc, message, hint in record_faults(self.recorded, now, self.switches, self.windows):
            yield (RECORDED, *loc), message, hint

    @property
    def on(self) -> int:
        """Return the state in which all is on: the one that is shown first."""
        return (1 << len(self.switches)) - 1

    def seen(self) -> list[tuple[Window, list[Seen]]]:
        """Return the windows with all that each of their lines prints."""
        windows = self.recorded.windows if self.recorded else ()
        names = {switch.id: switch.name for switch in self.switches}
        return [
            (window, [seen(line.command, one, names) for line, one in zip(window.lines, lines, strict=True)])
            for window, lines in zip(self.windows, windows, strict=True)
        ]

    def shown(self, material: Material) -> dict[str, Any]:  # noqa: ARG002 - all of it is in the file
        """Return the windows with their lines, the words of the command, and what each switch changes."""
        windows, adds = self.seen(), {switch.id: switch.adds for switch in self.switches}
        words = [(word.strip("{}"), adds.get(word.strip("{}"), "")) for word in self.command.split()]
        recorded = self.recorded
        return {
            "views": self,
            "chooser": CHOOSER,
            "windows": windows,
            "pieces": words,
            "whole": self.typed(self.on),
            "changes": [(one, changes(windows, one.id)) for one in self.switches],
            "how": recorded_how(recorded.day, recorded.versions) if recorded else "",
        }

    def drawing(self, title: str, material: Material) -> Drawing:  # noqa: ARG002 - all of it is in the file
        """Return both windows with all switches on."""
        nothing = (f"({gettext('nothing')})",)
        panels = tuple(
            Panel(window.name, tuple((line.command, line.on or nothing) for line in lines))
            for window, lines in self.seen()
        )
        command = self.typed(self.on)
        return Drawing(title, repr((title, command, panels)), partial(drawn, command, panels, title), ())
