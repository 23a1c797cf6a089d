"""The link of a heading to itself: the heading is it, since a sign behind it would be read aloud as a part of it."""

import re

_HEADING = re.compile(
    r"(<h[1-6](?: [^>]*)?>)((?:(?!</h[1-6]>).)*?) *<a class=\"headerlink\" href=\"([^\"]*)\"[^>]*>[^<]*</a>(?=</h)",
    re.DOTALL,
)
"""A heading as Markdown makes it: its last part is the link."""


def linked(html: str) -> str:
    """Return HTML in which headings are the links to themselves.

    One that holds another link has none, since no link stands in another; the menu leads to it, too.
    """
    return _HEADING.sub(_linked, html)


def _linked(heading: re.Match[str]) -> str:
    start, inner, address = heading.groups()
    return f"{start}{inner}" if "<a " in inner else f'{start}<a href="{address}">{inner}</a>'
