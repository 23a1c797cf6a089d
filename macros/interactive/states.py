"""The settings of several switches as numbers, in which each switch is a bit, and what of an output rests on which."""

from collections.abc import Mapping, Sequence

Output = tuple[str, ...]


def is_on(state: int, index: int) -> bool:
    """Tell whether a state has the switch of this index on."""
    return bool(state >> index & 1)


def all_states(count: int) -> range:
    """Return the states of so many switches; in the first all are off, in the last all on."""
    return range(2**count)


def part_of(state: int, chosen: Sequence[int]) -> int:
    """Return the state of some switches by themselves, where all together have this one."""
    return sum(is_on(state, index) << place for place, index in enumerate(chosen))


def deciding(outputs: Mapping[int, Output], count: int) -> list[int]:
    """Return the switches, of so many, that make a difference to an output, given by every state."""
    return [
        index
        for index in range(count)
        if any(output != outputs[state ^ 1 << index] for state, output in outputs.items())
    ]


def fewest(outputs: Mapping[int, Output], count: int) -> tuple[list[int], list[Output]]:
    """Return the switches on which an output rests, and the output for each of their states, in order."""
    chosen = deciding(outputs, count)
    return chosen, [
        outputs[sum(1 << index for place, index in enumerate(chosen) if is_on(state, place))]
        for state in all_states(len(chosen))
    ]
