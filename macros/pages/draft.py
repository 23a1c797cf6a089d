"""A draft: a page's text, in lines, beside what Markdown made of it, and what is known of its language."""

from functools import cached_property

from macros.pages.article import Article
from macros.pages.layout import Line, laid_out
from macros.pages.prose import Prose
from macros.pages.speech import Speech


class Draft:
    """What the rules look at."""

    def __init__(self, article: Article, text: str, speech: Speech) -> None:
        self.article = article
        self.prose = Prose(text)
        self.speech = speech

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines that are not empty; each block of code is one of them."""
        return laid_out(self.prose)
