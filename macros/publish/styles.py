"""The stylesheets of the published site as files: made anew only when what they are made from has changed."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.publish.elements import Element, elements
from macros.publish.names import Names, names, words_of
from macros.reading.cache import FOLDER, Cache


@dataclass(frozen=True)
class Script:
    """A script that runs before a reader does anything, on pages that have what a selector names, or on all."""

    text: str
    where: str = ""


@dataclass(frozen=True)
class Css:
    """The stylesheets of a site: what is divided, what stands apart from it, and what pages hold themselves."""

    all: str = ""
    apart: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pages:
    """What stands in pages, as far as a stylesheet speaks of it: in those that share one, and in each of the others."""

    shared: Names
    others: tuple[Names, ...]
    elements: tuple[Element, ...]

    @classmethod
    def read(cls, shared: Iterable[str], others: Iterable[str], spoken: str) -> "Pages":
        """Read pages, each once."""
        words = words_of(spoken)
        each: list[Names] = []
        found: set[Element] = set()
        for page in others:
            each.append(names([page]).among(words))
            found |= elements(page, words)
        return cls(names(shared).among(words), tuple(each), tuple(sorted(found)))

    def sources(self) -> list[str]:
        """Return what there is as texts that are the same for the same pages."""
        each = (text for page in (self.shared, *self.others) for text in page.sorted())
        return [*each, json.dumps([(it.own, it.around) for it in self.elements])]


@dataclass(frozen=True)
class Made:
    """Minified stylesheets, in the order in which they are loaded, and which of the other pages need the second."""

    styles: tuple[str, ...]
    needing: tuple[bool, ...]


def stylesheets(css: Css, pages: Pages, at_once: Sequence[Script], later: Sequence[str]) -> Made:
    """Return what most pages need, what others need, what scripts add later, and what stands apart."""

    def made() -> bytes:
        from macros.publish.minified import minified  # noqa: PLC0415 - what these need is large
        from macros.publish.selectors import any_may_match  # noqa: PLC0415
        from macros.publish.stylesheet import divided  # noqa: PLC0415

        def grown(found: Names) -> Names:
            here = (it.text for it in at_once if not it.where or any_may_match(it.where, found))
            return found.with_words_of(here)

        others = [grown(page) for page in pages.others]
        parts = divided(css.all, grown(pages.shared), others, pages.elements, later, held=css.held)
        styles = [parts.first, parts.others, parts.later, *map(minified, css.apart)]
        return json.dumps([styles, parts.needing]).encode()

    makers = sorted(Path(__file__).parent.glob("*.py"))
    kept = Cache(FOLDER / "styles", makers, ["lightningcss", "tinycss2"])
    scripts = [text for it in at_once for text in (it.text, it.where)]
    text = kept.get(made, "styles", css.all, *css.apart, *css.held, *pages.sources(), *scripts, *later)
    kept.forget_others()
    styles, needing = json.loads(text)
    return Made(tuple(styles), tuple(needing))


def put_names(page: Path, names_of: Mapping[str, str], unneeded: str) -> set[str]:
    """Put the names of stylesheets into a page, without the links to one that it does not need, and return those left.

    What is not needed at once may be later: only the head has no link to it. An empty name is that of nothing.
    """
    before = page.read_bytes()
    head, end, body = before.partition(b"</head>")
    after = (_unlinked(head, unneeded) if unneeded else head) + end + body
    for name, new in names_of.items():
        after = after.replace(name.encode(), new.encode()) if new else _unlinked(after, name)
    if after != before:
        page.write_bytes(after)
    return {new for new in names_of.values() if new and new.encode() in after}


def _unlinked(text: bytes, name: str) -> bytes:
    return re.sub(rb'<link rel="stylesheet" href="[^"]*' + re.escape(name.encode()) + b'">', b"", text)
