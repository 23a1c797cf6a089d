"""The order of rules in stylesheets that are loaded one after the other.

Of two rules that weigh the same, the later one wins. A rule that moves to a later stylesheet would win against those
that stood behind it: where both may reach one element, and say something of the same property, that stylesheet says
what stood behind it again.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.publish.elements import Element
from macros.publish.rules import Rule, is_custom
from macros.publish.selectors import Reach, reaches, specificity

_PREFIX = re.compile(r"^-(?:webkit|moz|ms)-")
_FAMILIES = {
    **dict.fromkeys(("top", "right", "bottom", "left"), "inset"),
    **dict.fromkeys(("width", "block", "height"), "inline"),
    **dict.fromkeys(("align", "justify"), "place"),
    **dict.fromkeys(("column", "columns", "row", "grid"), "gap"),
    "line": "font",
    "white": "text",
}
"""Properties that set the same as others of another first word, by that word."""


def moving(rules: Iterable[Rule], moved: Iterable[Rule], elements: Iterable[Element]) -> set[Rule]:
    """Return the rules that a later stylesheet has to hold so that some of these may move there, in their order."""
    told = _Told(elements)
    moved = set(moved)
    wanted: list[Rule] = []
    for rule in rules:
        if rule in moved or any(told.would_change(before, rule) for before in wanted):
            wanted.append(rule)
    return set(wanted)


class _Told:
    """What rules say of which elements."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._elements = [(frozenset(it.own), frozenset(it.around)) for it in elements]
        self._names = frozenset[str]().union(*(own for own, _ in self._elements))
        self._weight = lru_cache(maxsize=None)(lambda rule: specificity(rule.selector))
        self._families = lru_cache(maxsize=None)(lambda rule: {_family(name) for name, _ in rule.declarations})
        self._reached = lru_cache(maxsize=None)(self._find)

    def would_change(self, moved: Rule, behind: Rule) -> bool:
        """Tell whether a rule that moves behind another one would win against it."""
        if self._weight(moved) != self._weight(behind):
            return False
        one, other = self._families(moved), self._families(behind)
        if not (one & other or "all" in one | other):
            return False
        return not self._reached(moved).isdisjoint(self._reached(behind))

    def _find(self, rule: Rule) -> frozenset[tuple[str, int]]:
        """Return the parts of elements that a rule may reach."""
        return frozenset(part for reach in reaches(rule.selector) for part in self._parts(reach))

    def _parts(self, reach: Reach) -> Iterator[tuple[str, int]]:
        """Yield what is reached; a name that no page has is a state, in which any element may be."""
        own, around = reach.own & self._names, reach.around & self._names
        if own or not reach.own:
            for number, (its_own, its_around) in enumerate(self._elements):
                if own <= its_own and around <= its_around:
                    yield reach.part, number


def _family(name: str) -> str:
    """Return what a property sets, roughly: those of one family may set the same."""
    if is_custom(name):
        return name
    word = _PREFIX.sub("", name).partition("-")[0]
    return _FAMILIES.get(word, word)
