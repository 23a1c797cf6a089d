"""The syntax of macro calls: what Jinja's own parser takes for a call of a macro with plain values."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

DELIMITERS = {
    "variable_start_string": "{!",
    "variable_end_string": "!}",
    "block_start_string": "{!%",
    "block_end_string": "%!}",
    "comment_start_string": "{!#",
    "comment_end_string": "#!}",
}
"""Not Jinja's own, which a lesson needs for the templates that other tools have."""

_PLAIN = {
    "data", "variable_begin", "variable_end", "whitespace", "name", "string", "integer", "float", "operator",
}  # fmt: skip
"""What Jinja's lexer may find: no blocks, and no remarks, which its parser would pass over."""

REFUSED = "only a macro call with plain values may stand here"


class CallsOnly(SandboxedEnvironment):
    """An environment that reads nothing but text and calls of known macros; of any, if none are named."""

    def __init__(self, known: Collection[str] = ()) -> None:
        super().__init__(autoescape=True, keep_trailing_newline=True, undefined=StrictUndefined, **DELIMITERS)
        self.known = frozenset(known)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return the syntax tree of a text, from which Jinja compiles; raises TemplateSyntaxError for any other."""
        for line, kind, text in self.lex(source, name, filename):
            # A delimiter with a hyphen changes the text around it: then Markdown would not read what was checked.
            if kind not in _PLAIN or (kind.startswith("variable_") and text not in DELIMITERS.values()):
                raise TemplateSyntaxError(REFUSED, line, name, filename)
        tree = super()._parse(source, name, filename)
        for node in _outputs(tree):
            if not isinstance(node, nodes.TemplateData) and not self._is_call(node):
                raise TemplateSyntaxError(REFUSED, node.lineno, name, filename)
        return tree

    def _is_call(self, node: nodes.Node) -> bool:
        return (
            isinstance(node, nodes.Call)
            and isinstance(node.node, nodes.Name)
            and (not self.known or node.node.name in self.known)
            and node.dyn_args is None
            and node.dyn_kwargs is None
            and all(isinstance(value, nodes.Const) for value in (*node.args, *(option.value for option in node.kwargs)))
        )


@lru_cache(maxsize=1024)
def read_call(text: str) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
    """Return name, arguments and options of a text that is one macro call; raises TemplateSyntaxError for any other.

    Raises RecursionError and ValueError for what Jinja cannot take in: brackets in brackets, numbers without end.
    """
    (call,) = _outputs(_any.parse(text))
    if not (isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name)):
        raise TemplateSyntaxError(REFUSED, 1)
    arguments = tuple(argument.as_const() for argument in call.args)
    return call.node.name, arguments, {option.key: option.value.as_const() for option in call.kwargs}


def _outputs(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Yield what a template consists of: texts, and what is calculated between them."""
    for part in tree.body:
        yield from part.nodes if isinstance(part, nodes.Output) else [part]


_any = CallsOnly()
