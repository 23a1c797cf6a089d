"""What a selector asks for: whether a page may have it, which elements it reaches, and how much it weighs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Node

from macros.publish.names import Names

_EITHER = {"is", "where"}
"""Functions that stand for one of the selectors in their brackets."""

_WITH_ONE = {*_EITHER, "has"}
_HEAVIEST_OF = {"is", "has", "not"}
"""Functions that weigh as much as the heaviest selector in their brackets."""

_OLD_PARTS = {"before", "after", "first-line", "first-letter"}
"""Parts of an element that may be written with one colon."""


@dataclass(frozen=True)
class Reach:
    """What an element has to be called, and to stand in, and which part of it is meant; attributes are left out."""

    own: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    part: str = ""

    def within(self, joint: str) -> "Reach":
        """Return what is asked for behind a combinator; of neighbours nothing is."""
        return Reach(around=self.around if joint in "+~" else self.around | self.own)

    def and_(self, other: "Reach") -> "Reach":
        """Return what is asked for when both are."""
        return Reach(self.own | other.own, self.around | other.around, self.part or other.part)


def selectors(prelude: Iterable[Node]) -> list[list[Node]]:
    """Return the selectors between the commas."""
    found: list[list[Node]] = [[]]
    for part in prelude:
        if part == ",":
            found.append([])
        else:
            found[-1].append(part)
    return found


def any_may_match(text: str, names: Names) -> bool:
    """Tell whether one of the selectors in a text may match."""
    return any(may_match(selector, names) for selector in selectors(tinycss2.parse_component_value_list(text)))


def may_match(selector: Iterable[Node], names: Names) -> bool:
    """Tell whether each thing that a selector names is among the names."""
    before = tag = ""
    for token in selector:
        known = True
        if token.type == "hash":
            known = token.value in names.values
        elif token.type == "ident" and before == ".":
            known = token.value in names.classes
        elif token.type == "ident" and before != ":":
            known, tag = token.lower_value in names.tags, token.lower_value
        elif _is_without_class(token):
            known = not tag or tag in names.bare
        elif token.type == "[] block":
            known = _attribute_may_match(token.content, names)
        elif token.type == "function" and token.lower_name in _WITH_ONE:
            known = any(may_match(inner, names) for inner in selectors(token.arguments))
        if not known:
            return False
        before = token.value if token.type == "literal" else ""
        tag = "" if token.type == "whitespace" or before in {">", "+", "~"} else tag
    return True


def _is_without_class(token: Node) -> bool:
    """Tell whether a token asks for no class at all, as the theme does of its tables."""
    return bool(token.type == "function" and token.lower_name == "not" and token.serialize() == "not([class])")


def _attribute_may_match(content: Iterable[Node], names: Names) -> bool:
    """Tell whether an attribute is among the names, and its value where it is asked for exactly."""
    name, *rest = [token for token in content if token.type != "whitespace"]
    exact = len(rest) > 1 and rest[0] == "="
    return name.lower_value in names.attributes and (not exact or rest[1].value in names.values)


def reaches(selector: Iterable[Node]) -> list[Reach]:
    """Return what a selector asks of an element, in each of the ways that it offers."""
    found, joint = [Reach()], ""
    for before, token in _pairs(selector):
        if token.type == "whitespace":
            joint = joint or " "
        elif token.type == "literal" and token.value in ">+~":
            joint = token.value
        else:
            found = [reach.within(joint) for reach in found] if joint else found
            found, joint = [reach.and_(more) for reach in found for more in _asked(before, token)], ""
    return found


def _asked(before: str, token: Node) -> list[Reach]:
    """Return what a token asks of an element, by the colons or the dot before it."""
    if token.type == "function" and token.lower_name in _EITHER:
        return [reach for inner in selectors(token.arguments) for reach in reaches(inner)]
    if token.type in {"ident", "function"} and _is_part(before, token):
        return [Reach(part=tinycss2.serialize([token]).lower())]
    if token.type == "hash":
        return [Reach(frozenset({f"#{token.value}"}))]
    if token.type == "ident" and before == ".":
        return [Reach(frozenset({f".{token.value}"}))]
    if token.type == "ident" and not before:
        return [Reach(frozenset({token.lower_value}))]
    return [Reach(frozenset({"html"}) if token.type == "ident" and token.lower_value == "root" else frozenset())]


def specificity(selector: Iterable[Node]) -> tuple[int, int, int]:
    """Return how much a selector weighs: its ids, then its classes and the like, then its tags and parts."""
    ids = classes = tags = 0
    for before, token in _pairs(selector):
        if token.type == "function" and token.lower_name in _HEAVIEST_OF:
            heaviest = max(specificity(inner) for inner in selectors(token.arguments))
            ids, classes, tags = ids + heaviest[0], classes + heaviest[1], tags + heaviest[2]
        elif token.type in {"ident", "function"} and (not before or _is_part(before, token)):
            tags += 1
        elif token.type in {"ident", "[] block"} or (token.type == "function" and token.lower_name != "where"):
            classes += 1
        ids += token.type == "hash"
    return ids, classes, tags


def _pairs(selector: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    """Yield each token but dots and colons, with those that stand right before it."""
    before = ""
    for token in selector:
        if token.type == "literal" and token.value in ".:":
            before += token.value
        else:
            yield before, token
            before = ""


def _is_part(before: str, token: Node) -> bool:
    """Tell whether a name behind colons is that of a part of an element."""
    return before == "::" or (before == ":" and token.type == "ident" and token.lower_value in _OLD_PARTS)
