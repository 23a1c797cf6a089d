"""The race: what takes how long, in lanes on one axis of time; for each setting the lanes with its amounts."""

from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from pydantic import Field

from macros.content.units import Short, Units
from macros.diagram.standalone import Drawing
from macros.diagram.text import width
from macros.interactive.amount import Amount, Taken
from macros.interactive.kind import Kind, Material, Named
from macros.interactive.lanes import OWN, Lane, Setting, phase_faults
from macros.interactive.track import Bar, Track, drawn, room
from macros.reading.datafile import Fault, twice
from macros.reading.positions import Loc


class Race(Kind):
    """Lanes on one axis of time, for each of several settings."""

    name: ClassVar[str] = "race"
    axis: Short = Field(description="what is measured along the axis")
    control: Short = Field(description="what the settings are of: the question above the choices")
    settings: tuple[Setting, ...] = Field(min_length=1, max_length=8, description="the first is shown first")

    def faults(self) -> Iterator[Fault]:
        """Yield settings that stand twice, and what is wrong with each."""
        yield from twice("settings", [setting.id for setting in self.settings])
        for index, setting in enumerate(self.settings):
            if setting.id == OWN:
                yield ("settings", index, "id"), f"'{OWN}' is the reader's own run", "choose another id"
            for loc, message, hint in setting.faults():
                yield ("settings", index, *loc), message, hint

    def _amounts(self) -> Iterator[tuple[Loc, Amount]]:
        for index, setting in enumerate(self.settings):
            for number, lane in enumerate(setting.lanes):
                here: Loc = ("settings", index, "lanes", number)
                yield here, lane
                yield from (((*here, "phases", at), phase) for at, phase in enumerate(lane.phases))

    def named(self) -> Iterator[Named]:
        """Yield every figure and way of the lanes and their phases."""
        for loc, amount in self._amounts():
            yield from amount.named(loc)

    def gaps(self, material: Material) -> Iterator[Fault]:
        """Yield amounts that are none, amounts of unlike units, phases out of order, and names without room."""
        told = [fault for loc, amount in self._amounts() for fault in amount.gaps(loc, material)]
        yield from told or self._faults_of_amounts(material)

    def _faults_of_amounts(self, material: Material) -> Iterator[Fault]:
        axis = self.settings[0].lanes[0].taken(material).dimension
        for loc, amount in self._amounts():
            if (dimension := amount.taken(material).dimension) != axis:
                message = f"is of {dimension}, and the first lane of {axis}"
                yield loc, message, "take amounts that measure the same"
        for index, setting in enumerate(self.settings):
            for number, lane in enumerate(setting.lanes):
                loc, end = ("settings", index, "lanes", number), lane.taken(material)
                yield from phase_faults((*loc, "phases"), lane, end.value, material)
                if (much := width(lane.name) + width(end.shown) - room()) > 0:
                    hint = f"say it shorter, by about {int(much / width('n')) + 1} letters"
                    yield (*loc, "name"), f"has no room on a phone beside '{end.shown}'", hint

    def shown(self, material: Material) -> dict[str, Any]:
        """Return each setting with its track and its amounts."""
        settings = [
            (
                one,
                drawn(_track(self, one, material)),
                [(lane, lane.taken(material), _passed(lane, material)) for lane in one.lanes],
            )
            for one in self.settings
        ]
        return {"race": self, "settings": settings, "own": OWN}

    def drawing(self, title: str, material: Material) -> Drawing:
        """Return the track of the first setting."""
        first = self.settings[0]
        track = _track(self, first, material)
        said = (f"{self.control}: {first.name}", "; ".join(dict.fromkeys(bar.short for bar in track.bars)))
        return Drawing(title, repr((title, track)), partial(drawn, track, title=title), said)


def _units(race: Race, material: Material) -> Units:
    return material.dimensions[race.settings[0].lanes[0].taken(material).dimension]


def _track(race: Race, setting: Setting, material: Material) -> Track:
    bars = tuple(_bar(lane, material) for lane in setting.lanes)
    return Track(race.axis, _units(race, material), bars)


def _passed(lane: Lane, material: Material) -> list[tuple[str, Taken]]:
    """Return the moments that a lane passes, each with its name."""
    return [(phase.name, phase.taken(material)) for phase in lane.phases]


def _bar(lane: Lane, material: Material) -> Bar:
    end = lane.taken(material)
    passed = tuple((name, moment.value) for name, moment in _passed(lane, material))
    measured = (lane.way, *(one.field for one in (lane, *lane.phases) if one.field)) if lane.way and lane.field else ()
    return Bar(lane.name, lane.tone, end.value, end.shown, end.short, measured, passed, end.unit)
