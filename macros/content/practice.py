"""Pages at which readers type commands, and the time that these take."""

import re
from dataclasses import dataclass

from macros.content.lesson import SECONDS_PER_FIGURE, WORDS_PER_MINUTE, whole_minutes
from macros.html.markup import render, words
from macros.pages.page import Page

SECONDS_PER_COMMAND = 15
"""Our estimate: time to type or paste a command, to wait for it, and to compare what it prints."""

_CONSOLE = re.compile(r"^```console\b[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ ", re.MULTILINE)


@dataclass(frozen=True)
class Practice:
    """One such page: its number from 1, and what there is to read, look at and type."""

    number: int
    page: Page
    figures: int

    @property
    def title(self) -> str:
        """Return the title, as it stands in the front matter."""
        return self.page.front_matter.title

    @property
    def url(self) -> str:
        """Return the address, relative to the site's root."""
        return self.page.url

    @property
    def commands(self) -> int:
        """Return how many commands there are to type."""
        return sum(len(_COMMAND.findall(block)) for block in _CONSOLE.findall(self.page.prose))

    @property
    def minutes(self) -> int:
        """Return the time in whole minutes, at least one; what a command prints is read while it is typed."""
        read = len(words(_CONSOLE.sub("", self.page.prose)))
        reading = read * 60 / WORDS_PER_MINUTE + self.figures * SECONDS_PER_FIGURE
        return max(1, whole_minutes(reading + self.commands * SECONDS_PER_COMMAND))


def practice_header(practice: Practice) -> str:
    """Return the line under the title: the minutes, and how many commands there are to type."""
    return render("practice_header.html.j2", practice=practice)


def practice_list(found: tuple[Practice, ...], root: str) -> str:
    """Return the list of these pages with their minutes, and their sum; root leads from the page to the site's root."""
    minutes = sum(practice.minutes for practice in found)
    return render("practice_list.html.j2", practices=found, root=root, minutes=minutes)
