"""What a stylesheet makes of a drawing: for each element plain colours and lengths, with no variable left."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import cssselect2
import tinycss2
from tinycss2.ast import Declaration, FunctionBlock, Node
from tinycss2.color5 import parse_color

PROPERTIES = {
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "paint-order",
    "font-family", "font-size", "font-weight", "font-variant-numeric", "text-anchor", "opacity", "visibility",
}  # fmt: skip
"""What a drawing outside the site needs."""

Style = dict[str, str]


@dataclass(frozen=True)
class Stylesheet:
    """The rules of a stylesheet that hold in every medium."""

    matcher: cssselect2.Matcher = field(default_factory=cssselect2.Matcher)

    @classmethod
    def read(cls, css: str) -> "Stylesheet":
        """Return the rules of CSS text, but for those whose selectors only a browser knows, such as states."""
        sheet = cls()
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule":
                continue
            declarations = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                continue
            for selector in selectors:
                sheet.matcher.add_selector(selector, [one for one in declarations if one.type == "declaration"])
        return sheet

    def styles(self, root: ET.Element, scheme: str) -> Iterator[tuple[ET.Element, Style]]:
        """Yield each element of a drawing with what is declared for it; scheme is light or dark."""
        pending = [(cssselect2.ElementWrapper.from_xml_root(root), dict[str, list[Node]]())]
        while pending:
            element, outer = pending.pop()
            declared: dict[str, list[Node]] = {}
            for *_, declarations in self.matcher.match(element):
                declared |= _values(declarations)
            variables = {**outer, **{name: value for name, value in declared.items() if name.startswith("--")}}
            plain = declared.keys() & PROPERTIES
            yield element.etree_element, {name: _plain(declared[name], variables, scheme) for name in sorted(plain)}
            pending += [(child, variables) for child in element.iter_children()]


def _values(declarations: Iterable[Declaration]) -> dict[str, list[Node]]:
    return {one.name: one.value for one in declarations}


def _plain(value: Iterable[Node], variables: Mapping[str, list[Node]], scheme: str) -> str:
    """Return a value with its variables, its light-dark() and its color-mix() worked out."""
    return "".join(
        _function(node, variables, scheme) if node.type == "function" else node.serialize() for node in value
    ).strip()


def _function(node: FunctionBlock, variables: Mapping[str, list[Node]], scheme: str) -> str:
    arguments = list(_split(node.arguments))
    match node.lower_name:
        case "var":
            value = variables.get(_plain(arguments[0], {}, scheme))
            return _plain(arguments[1] if value is None else value, variables, scheme)
        case "light-dark":
            return _plain(arguments[scheme == "dark"], variables, scheme)
        case "color-mix":
            first, second = (_plain(argument, variables, scheme).split() for argument in arguments[1:])
            share = float(first[1].removesuffix("%")) / 100
            return _mixed(first[0], second[0], share)
        case _:
            return str(node.serialize())


def _mixed(one: str, other: str, share: float) -> str:
    """Return a share of one colour mixed with the rest of another, in sRGB, as #rrggbb."""
    channels = zip(*(parse_color(colour).to("srgb").coordinates for colour in (one, other)), strict=True)
    return "#" + "".join(f"{round((a * share + b * (1 - share)) * 255):02x}" for a, b in channels)


def _split(arguments: Iterable[Node]) -> Iterator[list[Node]]:
    part: list[Node] = []
    for node in arguments:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part
