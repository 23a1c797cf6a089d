"""An entry of the search: one thing that a reader can look for, with its own title, text and address."""

from dataclasses import dataclass, field
from enum import StrEnum

from macros.html.words import gettext, later


class Group(StrEnum):
    """Under which heading an entry is shown."""

    LESSONS = later("Lessons")
    COMPARISON = later("Comparison")
    GLOSSARY = later("Glossary")
    PRACTICE = later("Practice")
    OTHERS = later("Other pages")
    SOURCES = later("Sources")

    @property
    def heading(self) -> str:
        """Return the heading in the language that is spoken."""
        return gettext(self.value)


class Kind(StrEnum):
    """What an entry is, in the words of readers; a section or a page needs none."""

    PART = ""
    ROW = later("Row")
    TERM = later("Term")
    PICTURE = later("Picture")
    QUESTION = later("Question")
    SOURCE = later("Source")


WEIGHTS = {Kind.TERM: 1.2, Kind.ROW: 1.1, Kind.PICTURE: 0.6, Kind.QUESTION: 0.5, Kind.SOURCE: 0.2}
"""How much more or less than a section an entry counts, by its kind."""

APPLIED = 0.85
"""The same for what applies the lessons: who seeks a thing wants it explained first."""

ASIDE = 0.3
"""The same for pages that stand in no reader's menu."""


@dataclass
class Entry:
    """One thing that can be found. Texts are filled in while its page is gone through."""

    address: str
    title: str
    group: Group
    kind: Kind = Kind.PART
    place: str = ""
    """Where it stands: its page, or the group of a row; of a page, which lesson it is."""
    also: tuple[str, ...] = ()
    """Its other names."""
    aside: bool = False
    text: list[str] = field(default_factory=list)
    fine: list[str] = field(default_factory=list)
    """Its fine print: what is folded away on the page."""
    short: tuple[str, ...] = ()
    """Abbreviations of what it speaks of, as the glossary has them."""

    @property
    def weight(self) -> float:
        """Return how much it counts."""
        applied = APPLIED if self.group == Group.PRACTICE else 1.0
        return WEIGHTS.get(self.kind, 1.0) * applied * (ASIDE if self.aside else 1.0)

    @property
    def about(self) -> tuple[str, ...]:
        """Return what it is and where, in the language that is spoken."""
        return tuple(filter(None, (self.kind and gettext(self.kind), self.place)))

    @property
    def words(self) -> str:
        """Return its text on one line."""
        return " ".join("".join(self.text).split())

    @property
    def small(self) -> str:
        """Return its fine print on one line."""
        return " ".join("".join(self.fine).split())
