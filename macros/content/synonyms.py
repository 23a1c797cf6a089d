"""Synonyms: what readers type into the search for things that the course calls by another name."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from macros.reading.datafile import Fault, Model, Text
from macros.reading.letters import words

_ONE = "keep one of the two"
_SEVERAL = "write it among the synonyms"
_APART = "give the word an entry of its own that leads to the places of both; the other one leads to {}"

Typed = Annotated[str, Field(min_length=1, max_length=60, pattern=r"\w")]
Target = Annotated[
    str,
    Field(
        min_length=1,
        max_length=120,
        pattern=r"^(?:[a-z0-9][a-z0-9-]*/)*(?:#[a-z0-9-]+)?$",
        description="an address below the site's root: that of a page, or of a part of one",
    ),
]


class Synonym(Model):
    """Words that readers type, and where the course speaks of it."""

    typed: tuple[Typed, ...] = Field(min_length=1, max_length=20, description="which the place itself need not say")
    leads: tuple[Target, ...] = Field(min_length=1, max_length=6, description="to these places, the best one first")
    because: Text = Field(description="why they mean the same, and where that ends")


class Spelling(Model):
    """A word that is spelt in another way than the course does, such as the American one."""

    other: Typed = Field(alias="from", description="as it is typed")
    ours: Typed = Field(alias="to", description="as the course spells it")


class Meaning(Model):
    """Words of readers for which the course has others, wherever it uses these."""

    typed: tuple[Typed, ...] = Field(min_length=1, max_length=20, description="single words as readers type them")
    means: tuple[Typed, ...] = Field(min_length=1, max_length=6, description="single words that the course has instead")


class Synonyms(Model):
    """All synonyms."""

    synonyms: tuple[Synonym, ...] = Field(
        default=(), max_length=500, description="words for things that the course calls by another name"
    )
    spellings: tuple[Spelling, ...] = Field(
        default=(), max_length=500, description="single words that others spell in another way"
    )
    meanings: tuple[Meaning, ...] = Field(
        default=(), max_length=500, description="single words that the course says in another way, wherever it does"
    )

    def faults(self) -> Iterator[Fault]:
        """Yield words and places that stand twice, spellings that lead nowhere, and meanings of no single word."""
        seen: dict[str, int] = {}
        for index, synonym in enumerate(self.synonyms):
            yield from _twice(("synonyms", index, "leads"), synonym.leads)
            for number, typed in enumerate(synonym.typed):
                if (word := as_typed(typed)) in seen:
                    first = self.synonyms[seen[word]]
                    hint = _ONE if first is synonym else _APART.format(", ".join(first.leads))
                    yield ("synonyms", index, "typed", number), f"'{typed}' stands twice", hint
                seen.setdefault(word, index)
        yield from self._misspelt()
        yield from self._misread()

    def words_of(self, place: str) -> tuple[str, ...]:
        """Return what readers type to find a place, by its address below the site's root."""
        return tuple(typed for one in self.synonyms if place in one.leads for typed in one.typed)

    def _misread(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for index, meaning in enumerate(self.meanings):
            typed, means = ([*map(as_typed, texts)] for texts in (meaning.typed, meaning.means))
            for number, word in enumerate(typed):
                place = ("meanings", index, "typed", number)
                if len(word.split()) > 1:
                    yield place, f"'{meaning.typed[number]}' is not one word", _SEVERAL
                if word in seen:
                    yield place, f"'{meaning.typed[number]}' stands twice", _ONE
                seen.add(word)
            for number, word in enumerate(means):
                place = ("meanings", index, "means", number)
                if len(word.split()) > 1:
                    yield place, f"'{meaning.means[number]}' is not one word", "write each word by itself"
                if word in typed:
                    yield (
                        place,
                        f"'{meaning.means[number]}' leads to itself",
                        "delete it: what is typed is looked for, too",
                    )

    def _misspelt(self) -> Iterator[Fault]:
        others = [as_typed(spelling.other) for spelling in self.spellings]
        for index, spelling in enumerate(self.spellings):
            place = ("spellings", index, "from")
            if others[index] in others[:index]:
                yield place, f"'{spelling.other}' stands twice", _ONE
            if len(others[index].split()) > 1:
                yield place, f"'{spelling.other}' is not one word", _SEVERAL
            if others[index] == as_typed(spelling.ours):
                yield place, f"'{spelling.other}' leads to itself", "write another spelling, or delete it"
            elif set(as_typed(spelling.ours).split()) & {*others}:
                message = f"'{spelling.ours}' is another spelling itself"
                yield ("spellings", index, "to"), message, "write the word as the course spells it"


def as_typed(text: str) -> str:
    """Return the words of a text as the search compares them: small letters without accents, a space between two."""
    return " ".join(words(text))


def _twice(place: tuple[str | int, ...], values: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value in seen:
            yield (*place, number), f"'{value}' stands twice", _ONE
        seen.add(value)
