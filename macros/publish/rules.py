"""The rules of a stylesheet, one for each selector, in their order."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from macros.publish.selectors import selectors


@dataclass(frozen=True, eq=False)
class Rule:
    """One selector and its declarations, each with its name, within conditions such as ``@media print``."""

    conditions: tuple[str, ...]
    selector: list[Node]
    declarations: tuple[tuple[str, str], ...]

    def of(self, custom: Collection[str], *, plain: bool) -> "Rule":
        """Return this rule with the custom properties of these names, and with its other declarations or without."""
        kept = tuple(it for it in self.declarations if (it[0] in custom if is_custom(it[0]) else plain))
        return replace(self, declarations=kept)

    def css(self) -> str:
        """Return the rule as text."""
        body = f"{tinycss2.serialize(self.selector)}{{{';'.join(text for _, text in self.declarations)}}}"
        return "".join(f"{condition}{{" for condition in self.conditions) + body + "}" * len(self.conditions)


def rules_and_others(css: str) -> tuple[list[Rule], list[AtRule]]:
    """Return the rules of a stylesheet that have an effect, and its at-rules that hold none, such as keyframes."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    others = [node for node in nodes if isinstance(node, AtRule) and not _holds_rules(node)]
    return _effective(_rules(nodes)), others


def is_custom(name: str) -> bool:
    """Tell whether a property is one that the author of a stylesheet has named."""
    return name.startswith("--")


def _rules(nodes: Iterable[Node], conditions: tuple[str, ...] = ()) -> Iterator[Rule]:
    """Yield the rules in their order, one for each selector."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            contents = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            declarations = tuple((getattr(item, "name", ""), item.serialize()) for item in contents)
            for selector in selectors(node.prelude):
                yield Rule(conditions, selector, declarations)
        elif isinstance(node, AtRule) and _holds_rules(node):
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, (*conditions, f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"))


def _effective(rules: Iterable[Rule]) -> list[Rule]:
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
