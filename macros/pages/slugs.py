"""Slugs: the anchors of headings, which are addresses, in plain letters as the language of a course spells them."""

from collections.abc import Callable

from markdown.extensions.toc import slugify

from macros.reading.letters import spelt


def slugs(language: str) -> Callable[[str, str], str]:
    """Return what makes an anchor of a heading, given what parts its words."""
    return lambda heading, separator: slugify(spelt(heading, language), separator)
