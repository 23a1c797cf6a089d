"""What the head of a page says to machines that show links to it: its preview, and what it is for search engines."""

import json
from dataclasses import dataclass
from functools import cached_property

from macros.diagram.preview import HIGH, WIDE
from macros.html.markup import render
from macros.html.words import speaking
from macros.outputs.previews import Previews
from macros.outputs.resources import Thing
from macros.outputs.structured import CONTEXT, Structured

_END = "</head>"


def _script(graph: list[Thing]) -> str:
    """Return a graph as the content of a script, as short as it can be; nothing in it ends the script."""
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


@dataclass(frozen=True)
class Heads:
    """The heads of all pages of a site that knows its address; of any other, nothing can be said."""

    previews: Previews

    @cached_property
    def _structured(self) -> Structured:
        return Structured(self.previews.course, self.previews.site)

    def with_head(self, html: str, url: str) -> str:
        """Return a page, whose address below the site's root is given, with what its head says to machines."""
        course, site = self.previews.course, self.previews.site
        page = course.page_at(url)
        if not (page and site.address):
            return html
        with speaking(course.files.language.value):
            shown, graph = self.previews.shown(page), self._structured.graph(page)
            values = {
                "image": self.previews.path(page),
                "alt": shown.title if shown else "",
                "graph": _script(graph) if graph else "",
            }
            head = render("head.html.j2", site=site, wide=WIDE, high=HIGH, **values)
        return html.replace(_END, f"{head}{_END}", 1)
