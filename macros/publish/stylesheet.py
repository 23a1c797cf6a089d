"""The stylesheets of the published site: what its pages show at once, and what its scripts may add later.

tinycss2 reads, lightningcss writes. Between them stands one rule: a selector stays when each tag, class, id and
attribute that it names is in what most pages share (then it is in the first stylesheet), in another page (then in that
of the others), or in a script (then later). What stands in the brackets of ``:not()`` and the like is not looked at.
Custom properties and keyframes stay where something uses them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tinycss2.ast import AtRule

from macros.publish.elements import Element
from macros.publish.minified import minified
from macros.publish.names import Names
from macros.publish.order import moving
from macros.publish.rules import Rule, is_custom, rules_and_others
from macros.publish.selectors import may_match

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_KEYFRAMES = re.compile(r"@keyframes\s+([\w-]+)")
_FIRST, _OTHERS, _LATER = range(3)


@dataclass(frozen=True)
class Divided:
    """What most pages need, what others need besides, what scripts add; and which of the others need any of theirs."""

    first: str
    others: str
    later: str
    needing: tuple[bool, ...]


def divided(
    css: str,
    shared: Names,
    others: Sequence[Names],
    elements: Iterable[Element],
    scripts: Iterable[str],
    *,
    held: Iterable[str] = (),
) -> Divided:
    """Return a stylesheet as three, each loaded behind the one before, all minified.

    shared are the names in the pages that need only the first, others those in each other page, elements what stands in
    these, and held the stylesheets within pages.
    """
    scripts = list(scripts)
    rules, at_rules = rules_and_others(css)
    needs = _by_need(rules, shared, others, shared.with_all(others).with_words_of(scripts))
    of_others = [rule for rule, need in needs.items() if need == _OTHERS]
    again = moving([rule for rule, need in needs.items() if need <= _OTHERS], of_others, elements)
    used_first, used_others, used_later = _used_by(needs, _variables(held), _variables(scripts))
    keyframes = [node for node in at_rules if "keyframes" in node.lower_at_keyword]
    return Divided(
        _written(_parts(needs, _FIRST, (), used_first, set()), at_rules),
        _written(_parts(needs, _OTHERS, again, used_others, used_first), keyframes),
        _written(_parts(needs, _LATER, (), used_later, used_others), keyframes),
        tuple(any(may_match(rule.selector, page) for rule in of_others) for page in others),
    )


def _by_need(rules: Iterable[Rule], shared: Names, others: Iterable[Names], all_names: Names) -> dict[Rule, int]:
    """Return who needs each rule, in their order, less those that nobody does."""
    found = {}
    for rule in rules:
        if may_match(rule.selector, shared):
            found[rule] = _FIRST
        elif any(may_match(rule.selector, names) for names in others):
            found[rule] = _OTHERS
        elif may_match(rule.selector, all_names):
            found[rule] = _LATER
    return found


def _parts(
    needs: Mapping[Rule, int], need: int, again: Collection[Rule], used: set[str], said: set[str]
) -> Iterator[Rule]:
    """Yield what one stylesheet says: its own rules, some of earlier ones again, and of these what only it uses."""
    for rule, its_need in needs.items():
        if its_need == need or rule in again:
            yield rule.of(used, plain=True)
        elif its_need < need:
            yield rule.of(used - said, plain=False)


def _used_by(needs: Mapping[Rule, int], by_pages: set[str], by_scripts: set[str]) -> list[set[str]]:
    """Return the custom properties that each stylesheet, one before it, or a page uses."""
    return [
        _used([rule for rule in needs if needs[rule] <= need], by_pages | (by_scripts if need == _LATER else set()))
        for need in (_FIRST, _OTHERS, _LATER)
    ]


def _variables(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in _VARIABLE.findall(text)}


def _used(rules: Iterable[Rule], used: set[str]) -> set[str]:
    """Return the custom properties that rules use, by way of others too, and those already known to be used."""
    declarations = [declaration for rule in rules for declaration in rule.declarations]
    while True:
        more = used | _variables(text for name, text in declarations if not is_custom(name) or name in used)
        if more == used:
            return used
        used = more


def _written(rules: Iterable[Rule], others: Iterable[AtRule]) -> str:
    """Return rules as a stylesheet, with these at-rules that hold none but the keyframes that they do not name."""
    written = "".join(rule.css() for rule in rules if rule.declarations)
    before = "".join(node.serialize() for node in others)
    unused = {name for name in _KEYFRAMES.findall(before) if name not in written}
    return minified(before + written, unused)
