"""What a line prints, each output once, with the settings under which it does, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.html.words import gettext
from macros.interactive.printed import Printed
from macros.interactive.states import all_states, is_on
from macros.interactive.switched import Window

Output = tuple[str, ...]


@dataclass(frozen=True)
class One:
    """An output, the states of the switches of its line in which it is printed, and these in words."""

    output: Output
    at: tuple[int, ...]
    label: str


@dataclass(frozen=True)
class Seen:
    """A line: its command, the switches it rests on, and what it prints."""

    command: str
    by: tuple[str, ...]
    outputs: tuple[One, ...]

    @property
    def off(self) -> Output:
        """Return what it prints with all switches off."""
        return self.at(0)

    @property
    def on(self) -> Output:
        """Return what it prints with all switches on."""
        return self.at((1 << len(self.by)) - 1)

    def at(self, state: int) -> Output:
        """Return what it prints in a state of the switches it rests on."""
        return next(one.output for one in self.outputs if state in one.at)


def seen(command: str, printed: Printed, names: Mapping[str, str]) -> Seen:
    """Return a line with each of its outputs once; the names are those of all switches."""
    called = [names[switch] for switch in printed.by]
    states: dict[Output, list[int]] = {}
    for state, output in enumerate(printed.outputs):
        states.setdefault(output, []).append(state)
    found = [One(output, tuple(at), _label(at, called)) for output, at in states.items()]
    # What is said of all other settings comes after these.
    return Seen(command, printed.by, tuple(sorted(found, key=lambda one: one.label == _otherwise())))


def changes(windows: Sequence[tuple[Window, list[Seen]]], switch: str) -> list[tuple[str, str, Output, Output]]:
    """Return the lines that print otherwise once a switch alone is on: window, command, and what it prints then."""
    found = []
    for window, lines in windows:
        for line in lines:
            alone = line.at(1 << line.by.index(switch)) if switch in line.by else line.off
            if alone != line.off:
                found.append((window.name, line.command, line.off, alone))
    return found


def _label(at: Sequence[int], names: Sequence[str]) -> str:
    """Return the states in words: as all switches are set in the only one, or the one that is set so in no other."""
    if len(at) == 1:
        return ", ".join(_set(name, is_on(at[0], place)) for place, name in enumerate(names))
    for place, name in enumerate(names):
        for value in (False, True):
            if [*at] == [state for state in all_states(len(names)) if is_on(state, place) is value]:
                return _set(name, value)
    return _otherwise()


def _otherwise() -> str:
    return gettext("otherwise")


def _set(name: str, value: bool) -> str:  # noqa: FBT001 - it is what the words say
    return gettext("%(name)s: on", name=name) if value else gettext("%(name)s: off", name=name)
