"""Answers to questions: what can be chosen, pressed, ordered or matched, each with the reason why it is right."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

from pydantic import Field

from macros.html.markup import Name, plain
from macros.reading.datafile import Fault, Id, Model, Text

_VERDICT = re.compile(r"(?:right|correct|yes|no|wrong|not quite)\b(?=[.,:!])", re.IGNORECASE)

T = TypeVar("T")


class Option(Model):
    """An answer in words: why it is right or wrong, and what those who choose it wrongly believe."""

    text: Name = Field(description="the answer to choose")
    reason: Text = Field(description="why it is right or wrong; the page itself says which of the two it is")
    right: bool = Field(default=False, description="true for what is right")
    belief: Text | None = Field(
        default=None,
        description="of a wrong answer: what somebody who chooses it believes; reviewers read it, and readers do not",
    )


class Spot(Option):
    """A part of a diagram that is an answer."""

    text: Name = Field(description="what the part is called, so that it differs from the others")
    part: Id = Field(description="the name of the part in the diagram")


class Item(Model):
    """One of the things to put in order."""

    text: Name = Field(description="what is put in its place")
    reason: Text = Field(description="why it comes there")


class Pair(Model):
    """Two things that belong together."""

    left: Name = Field(description="what is given")
    right: Name = Field(description="what is to be found for it")
    reason: Text = Field(description="why they belong together")


def how_many_right(options: Sequence[Option]) -> int:
    """Return how many of the options are right."""
    return sum(option.right for option in options)


def option_faults(key: str, options: Sequence[Option], *, believed: bool) -> Iterator[Fault]:
    """Yield what is wrong with options, each by itself; believed tells that each wrong one has to name a belief."""
    yield from equal(key, "text", [option.text for option in options])
    yield from verdicts(key, options)
    for index, option in enumerate(options):
        if option.right and option.belief:
            yield (key, index, "belief"), "what is right is no false belief", "delete it, or 'right: true'"
        if believed and not option.right and not option.belief:
            other = "leave it to 'others'" if key == "parts" else "write another option"
            hint = f"add 'belief: …', what somebody who chooses it believes; if nobody does, {other}"
            yield (key, index), "is wrong, and does not say what belief it stands for", hint


def verdicts(key: str, answers: Sequence[Option | Item | Pair]) -> Iterator[Fault]:
    """Yield reasons that say again what is right."""
    for index, answer in enumerate(answers):
        if verdict := _VERDICT.match(answer.reason):
            message, hint = f"begins with '{verdict[0]}'", "the page says so itself: begin with the reason"
            yield (key, index, "reason"), message, hint


def equal(key: str, field: str, texts: Sequence[str]) -> Iterator[Fault]:
    """Yield each text that a reader cannot tell from one before it in the list."""
    before: set[str] = set()
    for index, text in enumerate(texts):
        seen = " ".join(plain(text).casefold().split())
        if seen in before:
            yield (key, index, field), f"'{text}' stands twice", "say what is different, or delete one"
        before.add(seen)


def shuffled(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """Return things in another order than theirs, the same for each build."""
    mixed = sorted(things, key=lambda thing: sha256(f"{seed} {thing!r}".encode()).digest())
    return tuple(mixed) if mixed != [*things] else (*mixed[1:], mixed[0])
