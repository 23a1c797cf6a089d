"""Capacity: how many fit into what the reader sets, in each of several ways, and what is used up first."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar

from pydantic import Field

from macros.diagram.standalone import Drawing
from macros.html.words import gettext
from macros.interactive.assumption import Assumption, Control
from macros.interactive.fill import Box, Filled, drawn, key_room, room, too_wide
from macros.interactive.fitting import THEN, Outcome, Sum, limited, outcome, summed
from macros.interactive.kind import Kind, Material, Named
from macros.interactive.resources import Example, Limit, Part, Resource, Way
from macros.reading.datafile import Fault, twice, unknown
from macros.reading.positions import Loc

LIMITS = "limits"
"""What stands in the address in the place of a resource, before the id of a limit."""

Controls = dict[str, Control]


class Capacity(Kind):
    """What fits; the first resource is drawn, and what it has and each needs stands above the picture."""

    name: ClassVar[str] = "capacity"
    tells_figures: ClassVar[bool] = True
    kept: Part = Field(description="what nothing gets that fits")
    needs: Part = Field(description="what each needs")
    adds: Part = Field(description="what the way adds to each")
    resources: tuple[Resource, ...] = Field(min_length=1, max_length=6, description="the first is drawn")
    ways: tuple[Way, ...] = Field(min_length=1, max_length=6, description="from the top")
    limits: tuple[Limit, ...] = Field(default=(), max_length=6, description="what comes first where there is much")
    examples: tuple[Example, ...] = Field(default=(), max_length=6, description="worked out in words")

    def faults(self) -> Iterator[Fault]:
        """Yield ids that stand twice, names that nothing has, and what is wrong with each resource and limit."""
        for key in ("resources", "ways", "limits"):
            yield from twice(key, [one.id for one in getattr(self, key)])
        ways = {one.id for one in self.ways}
        for index, resource in enumerate(self.resources):
            if resource.id == LIMITS:
                yield ("resources", index, "id"), f"'{LIMITS}' stands for all limits", "choose another id"
            yield from _within(("resources", index), resource.faults())
            for way in resource.adds:
                yield from unknown(("resources", index, "adds", way), "way", way, ways)
        for index, limit in enumerate(self.limits):
            yield from _within(("limits", index), limit.faults())
            for number, way in enumerate(limit.ways):
                yield from unknown(("limits", index, "ways", number), "way", way, ways)
        for index, example in enumerate(self.examples):
            yield from _within(("examples", index), example.gaps({one.id: one for one in self.resources}))

    def _assumptions(self) -> Iterator[tuple[Loc, Assumption]]:
        for index, resource in enumerate(self.resources):
            yield from ((("resources", index, *loc), one) for loc, one in resource.assumptions())
        yield from ((("limits", index), one) for index, one in enumerate(self.limits))

    def named(self) -> Iterator[Named]:
        """Yield every figure and way of the assumptions."""
        for loc, one in self._assumptions():
            yield from one.named(loc)

    def gaps(self, material: Material) -> Iterator[Fault]:
        """Yield amounts that no control can have, amounts of unlike units, and names without room."""
        for index, resource in enumerate(self.resources):
            yield from _within(("resources", index), resource.gaps(material))
        for index, limit in enumerate(self.limits):
            yield from limit.gaps(("limits", index), material)
        for index, way in enumerate(self.ways):
            yield from too_wide(("ways", index, "name"), way.name, room())
        for key in ("kept", "needs", "adds"):
            yield from too_wide((key, "name"), getattr(self, key).name, key_room())

    def shown(self, material: Material) -> dict[str, Any]:
        """Return what is drawn, the outcome for each way, the controls by what they are of, and the examples."""
        controls = self.controls(material)
        return {
            "capacity": self,
            "drawn": drawn(self._filled(controls)),
            "outcomes": [(way, self.outcome(way, controls)) for way in self.ways],
            "controls": controls,
            "main": [controls[f"{self.resources[0].id}.{key}"] for key in ("has", "needs")],
            "then": gettext(THEN),
            "examples": [(one, self._of_example(one.has, controls)) for one in self.examples],
        }

    def drawing(self, title: str, material: Material) -> Drawing:
        """Return the boxes of the cited values."""
        controls = self.controls(material)
        filled, first = self._filled(controls), self.resources[0]
        set_to = (controls[f"{first.id}.{key}"] for key in ("has", "needs"))
        said = "; ".join(f"{one.name}: {one.shown}" for one in set_to)
        return Drawing(title, repr((title, filled, said)), partial(drawn, filled, title=title), (said,))

    def controls(self, material: Material) -> Controls:
        """Return the control of each assumption by its name in the address."""
        ways = {way.id: way for way in self.ways}
        found = [
            one.control(".".join((resource.id, *map(str, loc))), material, ways[str(loc[-1])].name if loc[1:] else "")
            for resource in self.resources
            for loc, one in resource.assumptions()
        ]
        found += [one.control(f"{LIMITS}.{one.id}", material) for one in self.limits]
        return {one.key: one for one in found}

    def outcome(self, way: Way, controls: Controls) -> Outcome:
        """Return how many fit in one way, with what the controls are set to."""
        return outcome(way.name, [*self._sums(way, controls)])

    def _sums(self, way: Way, controls: Controls) -> Iterator[Sum]:
        for one in self.resources:
            has, kept, needs, adds = (
                controls.get(f"{one.id}.{key}") for key in ("has", "kept", "needs", f"adds.{way.id}")
            )
            if has and needs:
                yield summed((one.name, one.ends), has, kept, needs, adds)
        for limit in self.limits:
            if way.id in limit.ways:
                yield limited((limit.name, limit.ends), controls[f"{LIMITS}.{limit.id}"])

    def _of_example(self, has: Mapping[str, float], controls: Controls) -> tuple[list[str], list[Outcome]]:
        """Return what an example has, and how many fit into it in each way."""
        own = {f"{name}.has": controls[f"{name}.has"].at(value) for name, value in has.items()}
        told = [f"{one.name}: {one.shown}" for one in own.values()]
        return told, [self.outcome(way, {**controls, **own}) for way in self.ways]

    def _filled(self, controls: Controls) -> Filled:
        parts = tuple((part.name, part.tone) for part in (self.kept, self.needs, self.adds))
        return Filled(tuple(self._box(way, controls) for way in self.ways), parts, gettext("Free"))

    def _box(self, way: Way, controls: Controls) -> Box:
        first = self.resources[0].id
        has, needs = controls[f"{first}.has"].base, controls[f"{first}.needs"].base
        kept, adds = (
            controls[key].base if key in controls else 0.0 for key in (f"{first}.kept", f"{first}.adds.{way.id}")
        )
        drawn, *others = self._sums(way, controls)
        count = min(one.count for one in (drawn, *others))
        shares = min(1, kept / has), (needs + adds) / has, adds / (needs + adds)
        return Box(way.id, way.name, count, drawn.count, *shares)


def _within(loc: Loc, faults: Iterable[Fault]) -> Iterator[Fault]:
    yield from (((*loc, *inner), message, hint) for inner, message, hint in faults)
