"""How many fit: what there is, less what is kept, divided by what each takes; what is used up first decides."""

from dataclasses import dataclass
from math import floor

from macros.content.number import number
from macros.html.words import gettext, later
from macros.interactive.assumption import Control

NEARLY = 1e-9
"""What a quotient may lack of a whole number: 0.3 ÷ 0.1 is 3. The script adds the same."""

THEN = later("{way}: {count}, then {ends}.")


@dataclass(frozen=True)
class Sum:
    """How many there is room for by one resource or one limit, and the sum as readers see it."""

    name: str
    ends: str
    """What is so when no more fit."""
    count: int
    formula: str


@dataclass(frozen=True)
class Outcome:
    """How many fit, with the sentence and the sum that say so."""

    count: int
    sentence: str
    formula: str


def fits(has: float, kept: float, needs: float, adds: float) -> int:
    """Return how many fit, all in one unit; needs is more than nothing."""
    return max(0, floor((has - kept) / (needs + adds) + NEARLY))


def summed(called: tuple[str, str], has: Control, kept: Control | None, needs: Control, adds: Control | None) -> Sum:
    """Return how many fit by one resource, given its name and what is so at its end."""
    count = fits(has.base, kept.base if kept else 0, needs.base, adds.base if adds else 0)
    left = f"({has.shown} \u2212 {kept.shown})" if kept else has.shown
    right = f"({needs.shown} + {adds.shown})" if adds else needs.shown
    return Sum(*called, count, f"{left} ÷ {right} = {number(count)}")


def limited(called: tuple[str, str], most: Control) -> Sum:
    """Return how many are allowed."""
    count = floor(most.value)
    return Sum(*called, count, number(count))


def outcome(way: str, sums: list[Sum]) -> Outcome:
    """Return what the smallest of the sums says; of equal ones, the first decides."""
    least = min(sums, key=lambda one: one.count)
    formula = sums[0].formula if least is sums[0] else f"{sums[0].formula}; {least.name}: {least.formula}"
    said = {"{way}": way, "{count}": number(least.count), "{ends}": least.ends}
    sentence = gettext(THEN)
    for mark, text in said.items():
        sentence = sentence.replace(mark, text)
    return Outcome(least.count, sentence, formula)
