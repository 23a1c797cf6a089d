"""The stylesheets of the published site: what its pages show at once, and what its scripts may add later.

tinycss2 reads, lightningcss writes. Between them stands one rule: a selector stays when each tag, class, id and
attribute that it names is in a built page (then it is needed at once) or in a script (then later). What stands in the
brackets of ``:is()`` and the like is not looked at. Custom properties and keyframes stay where something uses them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import lightningcss
import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from macros.publish.names import Names

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_KEYFRAMES = re.compile(r"@keyframes\s+([\w-]+)")


@dataclass(frozen=True)
class _Rule:
    """One selector and its declarations, each with its name, within conditions such as ``@media print``."""

    conditions: tuple[str, ...]
    selector: list[Node]
    declarations: tuple[tuple[str, str], ...]

    def of(self, custom: set[str], *, plain: bool) -> "_Rule":
        """Return this rule with the custom properties of these names, and with its other declarations or without."""
        kept = tuple(it for it in self.declarations if (it[0] in custom if _is_custom(it[0]) else plain))
        return replace(self, declarations=kept)

    def css(self) -> str:
        """Return the rule as text."""
        body = f"{tinycss2.serialize(self.selector)}{{{';'.join(text for _, text in self.declarations)}}}"
        return "".join(f"{condition}{{" for condition in self.conditions) + body + "}" * len(self.conditions)


def split(css: str, pages: Names, scripts: Iterable[str]) -> tuple[str, str]:
    """Return the stylesheet that pages need, and the one for what scripts add to them; both minified."""
    scripts = list(scripts)
    both = pages.with_words_of(scripts)
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    rules = [rule for rule in _effective(_rules(nodes)) if _may_match(rule.selector, both)]
    at_once = [_may_match(rule.selector, pages) for rule in rules]
    used_first = _used([rule for rule, first in zip(rules, at_once, strict=True) if first], set())
    used_later = _used(rules, _variables(scripts)) - used_first
    first = [rule.of(used_first, plain=True) for rule, now in zip(rules, at_once, strict=True) if now]
    later = [rule.of(used_later, plain=not now) for rule, now in zip(rules, at_once, strict=True)]
    others = [node for node in nodes if isinstance(node, AtRule) and not _holds_rules(node)]
    return _written(first, others), _written(later, [node for node in others if "keyframes" in node.lower_at_keyword])


def minified(css: str) -> str:
    """Return a stylesheet that says the same in fewer bytes."""
    return lightningcss.process_stylesheet(css, minify=True)


def _rules(nodes: Iterable[Node], conditions: tuple[str, ...] = ()) -> Iterator[_Rule]:
    """Yield the rules in their order, one for each selector."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            contents = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            declarations = tuple((getattr(item, "name", ""), item.serialize()) for item in contents)
            for selector in _selectors(node.prelude):
                yield _Rule(conditions, selector, declarations)
        elif isinstance(node, AtRule) and _holds_rules(node):
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, (*conditions, f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"))


def _effective(rules: Iterable[_Rule]) -> list[_Rule]:
    """Return rules less what a later one of the same selector resets with ``all``: nothing brings that back."""
    reset: set[str] = set()
    kept = []
    for rule in reversed(list(rules)):
        selector = tinycss2.serialize(rule.selector).strip().replace("::", ":")
        names = {name for name, _ in rule.declarations}
        kept.append(rule.of(names, plain=selector not in reset))
        if "all" in names and not rule.conditions:
            reset.add(selector)
    return kept[::-1]


def _holds_rules(node: AtRule) -> bool:
    """Tell whether an at-rule is a condition for rules; others, such as keyframes, stay as they are."""
    return node.lower_at_keyword in {"container", "layer", "media", "scope", "starting-style", "supports"}


def _selectors(prelude: Iterable[Node]) -> list[list[Node]]:
    """Return the selectors between the commas."""
    selectors: list[list[Node]] = [[]]
    for part in prelude:
        if part == ",":
            selectors.append([])
        else:
            selectors[-1].append(part)
    return selectors


def _may_match(selector: Iterable[Node], names: Names) -> bool:
    """Tell whether each thing that a selector names is among the names."""
    before = ""
    for token in selector:
        known = True
        if token.type == "hash" or (token.type == "ident" and before == "."):
            known = token.value in names.values
        elif token.type == "ident" and before != ":":
            known = token.lower_value in names.tags
        elif token.type == "[] block":
            known = _attribute_may_match(token.content, names)
        if not known:
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _attribute_may_match(content: Iterable[Node], names: Names) -> bool:
    """Tell whether an attribute is among the names, and its value where it is asked for exactly."""
    name, *rest = [token for token in content if token.type != "whitespace"]
    exact = len(rest) > 1 and rest[0] == "="
    return name.lower_value in names.attributes and (not exact or rest[1].value in names.values)


def _variables(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in _VARIABLE.findall(text)}


def _used(rules: Iterable[_Rule], used: set[str]) -> set[str]:
    """Return the custom properties that rules use, by way of others too, and those already known to be used."""
    declarations = [declaration for rule in rules for declaration in rule.declarations]
    while True:
        more = used | _variables(text for name, text in declarations if not _is_custom(name) or name in used)
        if more == used:
            return used
        used = more


def _is_custom(name: str) -> bool:
    return name.startswith("--")


def _written(rules: Iterable[_Rule], others: Iterable[AtRule]) -> str:
    """Return rules as a stylesheet, with these at-rules that hold none but the keyframes that they do not name."""
    written = "".join(rule.css() for rule in rules if rule.declarations)
    before = "".join(node.serialize() for node in others)
    unused = {name for name in _KEYFRAMES.findall(before) if name not in written}
    return lightningcss.process_stylesheet(before + written, unused_symbols=unused, minify=True)
