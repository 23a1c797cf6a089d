"""An article of a built page, gone through from top to bottom: what can be found in it, each thing by itself."""

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.search.entry import Entry, Kind

_UNREAD = (
    "svg, button, select, input, .filter, .headerlink, .take-away, .edits, .unseen, [role=status], "
    "[role=doc-noteref], [data-search-exclude], [data-held], .objectives__state, .missed__said, .cite, "
    ".sources__uses, .sources__work > cite, .glossary dt, .glossary__lesson, .gallery__source, "
    "[aria-hidden=true], .comparison__group, .evidence > summary, .chart__list, .in-words > summary, "
    "tr > th > details > summary, .ask__how, .ask__why, .ask__option > p, .ask__answer, .steps__drawn, "
    ".steps__turn, .predicted, .footnotes__back, .comparison__anchor, .evidence__label, .share, .share + .byline, "
    "script, style, template"
)
"""Controls, drawings, what scripts say, words that stand elsewhere as well, and answers to questions."""

_FINE = ".evidence, .in-words, .comparison, .pictograms, .missed"
"""What is folded away, shown on another page as a whole, or no more than names."""

_TITLES = {".diagram": "figcaption > strong", ".ask": ".ask__text", ".decision__question": "legend"}
"""What is an entry by itself, with what holds its title."""

_KINDS = {".diagram": Kind.PICTURE, ".ask": Kind.QUESTION, ".decision__question": Kind.PART}
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_WITHIN_WORDS = {
    "a", "abbr", "b", "bdi", "code", "cite", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "strong", "sub", "sup", "u", "var", "wbr",
}  # fmt: skip


class Article:
    """The article of a page, given the entry of the page, those that data name, and the pictures of pages before it."""

    def __init__(self, html: bytes, page: Entry, named: Mapping[str, Entry], pictures: set[str]) -> None:
        self._page, self._named, self._pictures = page, named, pictures
        self._section = self._now = page
        self._found = [page]
        self._article = LexborHTMLParser(html).css_first("article")
        for node in self._all(_UNREAD):
            node.decompose()
        self._fine = {node.mem_id for node in self._all(_FINE)}
        self._boxes = {node.mem_id: box for box in _TITLES for node in self._all(box)}

    def entries(self) -> list[Entry]:
        """Return all that can be found, in the order in which it stands."""
        if self._article:
            self._read(self._article, fine=False)
        return [entry for entry in self._found if not self._is_repeated(entry)]

    def _all(self, selector: str) -> list[LexborNode]:
        return self._article.css(selector) if self._article else []

    def _read(self, node: LexborNode, *, fine: bool) -> None:
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                (self._now.fine if fine else self._now.text).append(child.text_content or "")
            elif child.tag in _HEADINGS and child.id:
                self._section = self._now = self._add(f"#{child.id}", _words(child))
            elif child.tag == "h1":
                self._page.also = (*self._page.also, _words(child))
            else:
                self._inside(child, fine=fine or child.mem_id in self._fine)

    def _inside(self, node: LexborNode, *, fine: bool) -> None:
        """Read what an element holds: as an entry by itself, or as a part of the one in which it stands."""
        box = self._boxes.get(node.mem_id, "")
        self._apart(node, fine=fine)
        entry = self._named.get(f"{self._page.address}#{node.id}") or (self._boxed(node, box) if box else None)
        if entry:
            before, self._now = self._now, entry
            self._found.append(entry)
            self._read(node, fine=False)
            self._now = before
        elif not box:
            self._read(node, fine=fine)
        self._apart(node, fine=fine)

    def _apart(self, node: LexborNode, *, fine: bool) -> None:
        """Put a space where an element begins or ends between two words."""
        if node.tag not in _WITHIN_WORDS:
            (self._now.fine if fine else self._now.text).append(" ")

    def _boxed(self, node: LexborNode, box: str) -> Entry | None:
        """Return the entry of what has a title of its own; nothing for a picture that a page before has shown."""
        heading, kind = node.css_first(_TITLES[box]), _KINDS[box]
        title = _words(heading).removesuffix(".")
        if kind == Kind.PICTURE and title in self._pictures:
            return None
        if kind == Kind.PICTURE:
            self._pictures.add(title)
        if heading:
            heading.decompose()
        anchored = node if node.id else node.css_first("fieldset [id]")
        address = f"{self._page.address}#{anchored.id}" if anchored else self._section.address
        return self._entry(address, title, kind)

    def _add(self, anchor: str, title: str) -> Entry:
        entry = self._entry(f"{self._page.address}{anchor}", title, Kind.PART)
        self._found.append(entry)
        return entry

    def _entry(self, address: str, title: str, kind: Kind) -> Entry:
        page = self._page
        place = ": ".join(filter(None, (page.place, page.title)))
        return Entry(address, title, page.group, kind, place, aside=page.aside)

    def _is_repeated(self, entry: Entry) -> bool:
        """Tell whether a section holds no more than a picture that is an entry already."""
        return entry.kind == Kind.PART and entry.title in self._pictures and not (entry.words or entry.small)


def _words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""
