"""Pages at which readers type commands, and the time that these take."""

from dataclasses import dataclass
from functools import cached_property

from macros.content.lesson import SECONDS_PER_FIGURE, WORDS_PER_MINUTE, Timed
from macros.html.markup import render, words
from macros.pages.console import Command, Console, consoles
from macros.pages.prose import Prose

SECONDS_PER_COMMAND = 5
SECONDS_PER_OUTPUT = 10
"""Our estimates: time to copy a command, and to wait for what it prints and compare it with the page."""


@dataclass(frozen=True)
class Practice(Timed):
    """One such page, and how many figures it has beside its text."""

    figures: int

    @property
    def commands(self) -> int:
        """Return how many commands there are to type."""
        return len(self._commands)

    @property
    def words(self) -> int:
        """Return how many words there are to read: those of a console are read while its commands run."""
        typed = {number for one in self._consoles for number in range(one.line - 1, one.line + len(one.lines) + 1)}
        lines = self._prose.lines
        return len(words("\n".join(line for number, line in enumerate(lines) if number not in typed)))

    @property
    def seconds(self) -> float:
        """Return the time to read, to look and to type."""
        reading = self.words * 60 / WORDS_PER_MINUTE + self.figures * SECONDS_PER_FIGURE
        printing = sum(bool(command.expected) for command in self._commands)
        return reading + self.commands * SECONDS_PER_COMMAND + printing * SECONDS_PER_OUTPUT

    @cached_property
    def _prose(self) -> Prose:
        return Prose(self.page.prose)

    @property
    def _commands(self) -> tuple[Command, ...]:
        return tuple(command for console in self._consoles for command in console.commands)

    @cached_property
    def _consoles(self) -> tuple[Console, ...]:
        return (*consoles(self._prose),)


def practice_header(practice: Practice) -> str:
    """Return the line under the title: how many commands there are to type, and the minutes."""
    return render("practice_header.html.j2", practice=practice)


def practice_list(found: tuple[Practice, ...], root: str) -> str:
    """Return the list of these pages with their minutes, and their sum; root leads from the page to the site's root."""
    minutes = sum(practice.minutes for practice in found)
    return render("practice_list.html.j2", practices=found, root=root, minutes=minutes)
