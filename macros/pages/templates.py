"""The gate for templates: a text becomes one only if it is text and calls of known macros with plain values."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.runtime import Context
from markupsafe import escape

from macros.pages.call import Call, is_call, pieces
from macros.pages.call_syntax import REFUSED, CallsOnly


class PageTemplates(CallsOnly):
    """The environment in which pages are rendered: whatever file a text comes from, it can only call known macros."""

    def from_string(
        self,
        source: str | nodes.Template,
        globals: Any = None,  # noqa: A002 - its name in Jinja
        template_class: type[Template] | None = None,
    ) -> Template:
        """Return a text as a template, of which no code is made: its parts have been read, and each is text or a call.

        Raises TemplateSyntaxError for any other text.
        """
        if not isinstance(source, str):
            raise TypeError(REFUSED)
        parts: list[str | Call] = []
        for part in pieces(source, ""):
            if not (isinstance(part, str) or is_call(part, self.known)):
                raise TemplateSyntaxError(REFUSED, part.line)
            parts.append(part)

        def root(context: Context) -> Iterator[str]:
            for part in parts:
                if isinstance(part, str):
                    yield part
                else:
                    yield escape(self.call(context, self.globals[part.name], *part.arguments, **part.options))

        namespace: dict[str, Any] = {"name": None, "__file__": None, "blocks": {}, "root": root, "debug_info": ""}
        made = template_class or self.template_class
        return made._from_namespace(self, namespace, self.make_globals(globals))  # noqa: SLF001 - what it does with code
