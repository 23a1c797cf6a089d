"""The last step from clean HTML to a page: names, roles and sizes that no author writes, our classes, unbroken units.

It comes after the gate, so an attribute that it sets, such as ``role``, can be refused in what authors write.
The theme has rules for the classes that extensions of Markdown make: with classes of our own, none of them applies.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from macros.html.no_break import unbroken
from macros.html.words import gettext, later
from macros.pages import console_words
from macros.pages.heading_links import linked
from macros.pages.note_titles import NOTES, titled
from macros.pages.vocabulary import KINDS

Size = Callable[[str], tuple[int, int] | None]
"""Gives width and height of an image by its address."""

_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)((?: [\w-]+=\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"([\w-]+)=\"([^\"]*)\"")
_ANY_TAG = re.compile(r"<[^>]*>")
_CAPTION = re.compile(r"</table>\s*<figcaption>(.*?)</figcaption>", re.DOTALL)
_NOTES = '<div class="footnote">\n'

_OURS = {
    "admonition": "aside",
    "admonition-title": "aside__title",
    **{kind: f"aside--{kind}" for kind in KINDS},
    "filename": "code__title",
    "footnote": "footnotes",
    "footnote-backref": "footnotes__back",
    "footnote-ref": "footnotes__ref",
    "hll": "code__line",
    "keys": "keyboard",
    "task-list": "tasks",
    "task-list-item": "tasks__item",
}
"""The site's classes, by those that extensions give."""

_ROLES = {
    "footnotes": {"role": "doc-endnotes", "aria-label": later("Footnotes")},
    "footnotes__ref": {"role": "doc-noteref", "data-search-exclude": "1"},
    "footnotes__back": {"role": "doc-backlink", "aria-label": later("Back to the text")},
}  # a role is in no catalogue, so it stays as it is; the search would read a number as the end of the word before it


def finished(html: str, title: str, size: Size) -> str:
    """Return the clean HTML of a page with all that readers need beside it; title is that of the page."""
    dressed = console_words.told(titled(linked(html)))
    return unbroken(_TAG.sub(_Page(dressed, title, size).tag, dressed))


class _Page:
    """A page while it is gone through from its first tag to its last."""

    def __init__(self, html: str, title: str, size: Size) -> None:
        self._html, self._size = html, size
        self._heading, self._kind = title, ""

    def tag(self, match: re.Match[str]) -> str:
        name, given = match[1], dict(_ATTRIBUTE.findall(match[2]))
        made = match[0]
        match name:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading = _text(self._until(f"</{name}>", match.end())) or self._heading
            case "input":
                made = _box(done="checked" in given)
            case "hr" if self._html.endswith(_NOTES, 0, match.start()):
                made = ""
            case "table":
                made = f"{self._room(match.end())}{_start(name, {**given, 'class': 'plain'})}"
            case "/table":
                made = "</table></div>"
            case "img":
                made = _start(name, {**given, **_sizes(given, self._size), "loading": "lazy"})
            case _:
                made = _start(name, self._dressed(name, given)) + self._label(name, given, match.end())
        return made

    def _dressed(self, name: str, given: Mapping[str, str]) -> dict[str, str]:
        """Return the attributes of a start tag with classes of ours, and what they bring."""
        classes = [_OURS.get(word, word) for word in given.get("class", "").split() if not word.startswith("key-")]
        made = {**given, "class": " ".join((["aside"] if name == "details" else []) + classes)}
        if align := made.pop("align", ""):
            made["data-align"] = align
        if name == "th":
            made["scope"] = "col"
        if len(classes) == 1 and not (name == "a" and not given.get("href", "").startswith("#fn")):
            made |= {key: gettext(value) for key, value in _ROLES.get(classes[0], {}).items()}
        if "footnotes__back" in classes:
            made.pop("title", None)
        return {key: value for key, value in made.items() if value or key != "class"}

    def _label(self, name: str, given: Mapping[str, str], start: int) -> str:
        """Return the kind of a note, for the beginning of a title that does not say it: a colour says it to few."""
        if name in {"details", "div"}:
            self._kind = next((word for word in given.get("class", "").split() if word in KINDS), "")
        if not (name == "summary" or given.get("class") == "admonition-title"):
            return ""
        kind, self._kind = self._kind, ""
        title = _text(self._until(f"</{name}>", start))
        said = gettext(NOTES[kind]) if kind else ""
        return f'<span class="aside__kind">{said}:</span> ' if said.lower() not in title.lower() else ""

    def _room(self, start: int) -> str:
        """Return the start of what a table can be moved in where it is wider than the screen, named by its caption."""
        caption = _CAPTION.match(self._html, self._html.find("</table>", start))
        name = _text(caption[1]) if caption else self._heading
        return _start("div", {"class": "wide", "role": "group", "aria-label": name, "tabindex": "0"})

    def _until(self, end: str, start: int) -> str:
        """Return what stands before the next one of an end tag."""
        return self._html[start : self._html.find(end, start)]


def _start(name: str, attributes: Mapping[str, str]) -> str:
    return "".join((f"<{name}", *(f' {key}="{value}"' for key, value in attributes.items()), ">"))


def _text(html: str) -> str:
    """Return the words of HTML, for an attribute."""
    return escape(" ".join(unescape(_ANY_TAG.sub("", html)).split()))


def _box(*, done: bool) -> str:
    label, state = (gettext("Done"), " tasks__box--done") if done else (gettext("To do"), "")
    return f'<span class="tasks__box{state}" role="img" aria-label="{label}"></span>'


def _sizes(given: Mapping[str, str], size: Size) -> dict[str, str]:
    """Return width and height of an image, as large as it is or as wide as it is said to be."""
    if not (found := size(unescape(given.get("src", "")))):
        return {}
    width, height = found
    shown = int(given.get("width", width))
    return {"width": str(shown), "height": str(max(1, round(height * shown / width)))}
