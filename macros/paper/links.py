"""Links on paper: each address that leads elsewhere is spelt out once, in a list at the end of its article."""

from string import ascii_lowercase

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.html.markup import render

_SPELT = ("https://", "http://")


def noted(article: LexborNode) -> None:
    """Put a letter behind each link that does not show its address, and the addresses below the article."""
    letters: dict[str, str] = {}
    for link in article.css("a[href]"):
        address = link.attrs["href"] or ""
        if address.startswith(_SPELT) and not _shown(link, address):
            letter = letters.setdefault(address, lettered(len(letters)))
            link.insert_after(node(f'<sup class="addresses__mark">{letter}</sup>'))
    if letters:
        article.insert_child(node(render("addresses.html.j2", letters=letters)))


def lettered(number: int) -> str:
    """Return a to z for numbers from 0, then aa, ab and so on: the numbers on a page are those of its sources."""
    rest, last = divmod(number, len(ascii_lowercase))
    return (lettered(rest - 1) if rest else "") + ascii_lowercase[last]


def node(html: str) -> LexborNode:
    """Return a piece of HTML with one element as that element."""
    found = LexborHTMLParser(html, is_fragment=True).root
    if not found:
        raise ValueError(html)
    return found


def _shown(link: LexborNode, address: str) -> bool:
    """Tell whether a link has its own address as its text."""
    shown = "".join(link.text().split()).removeprefix("https://").rstrip("/…")
    return bool(shown) and address.partition("://")[2].startswith(shown)
