"""What every lesson of a course has: the parts that its readers count on, as the course card lists them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field

from macros.pages.call import Call
from macros.pages.written import Written
from macros.reading.datafile import Fault, Model, Text
from macros.reading.problem import Problem, choices, count, nearest

_HEADING = re.compile(r"(##) +(.+?)\s*#*(?:\s*\{[^}]*\})?$")
_POINT = re.compile(r"[-*+] |\d+\. ")
_LINK = re.compile(r"\]\(")

_OF_QUIZ = {"predict", "predicted", "quiz"}
"""Calls that take the name of the lesson's own questions."""


class Section(Model):
    """A section that every lesson has, and what stands in it."""

    heading: Text = Field(description="the words of its heading")
    points: int = Field(default=0, ge=0, le=20, description="how many items its list has")
    link: bool = Field(default=False, description="true when it links to somewhere")


class Caveat(Model):
    """A section, with a heading of the author's own, that says where the lesson's rule ends."""

    words: tuple[Text, ...] = Field(min_length=1, max_length=20, description="of which one stands in the heading")
    such_as: Text = Field(alias="such-as", description="a heading that would do")


class Required(Model):
    """The parts of every lesson; what is left out here, a lesson may leave out."""

    calls: tuple[Text, ...] = Field(default=(), max_length=10, description="macros that it calls, in this order")
    opening: int = Field(default=0, ge=0, le=500, description="how many words stand above its first heading, or more")
    diagrams: int = Field(default=0, ge=0, le=20, description="how many diagrams it shows, or more")
    exception: Caveat | None = Field(default=None, description="the section that says where its rule ends")
    sections: tuple[Section, ...] = Field(default=(), max_length=20, description="sections that it has")
    read_at: Text | None = Field(
        default=None, alias="read-at", description="the heading of the section with which a reader has read it"
    )

    def faults(self) -> Iterator[Fault]:
        """Yield a section with which a lesson is read, and which no lesson must have."""
        headings = [section.heading for section in self.sections]
        if self.read_at and self.read_at not in headings:
            hint = choices(self.read_at, headings) or "list it there, so that every lesson has it"
            yield ("read-at",), f"is no heading of 'sections': '{self.read_at}'", hint


@dataclass(frozen=True)
class _Part:
    """A heading, its line, and the lines below it up to the next; above the first heading, it has no words."""

    words: str
    line: int
    lines: list[str]


def lacking(required: Required, written: Written, calls: Sequence[Call], following: str) -> Iterator[Problem]:
    """Yield what a lesson lacks; calls are those that it means, following is a link to the lesson after it."""
    parts = _parts(written)
    yield from _calls(required, written, calls)
    yield from _opening(required, written, parts)
    drawn = sum(call.name == "diagram" for call in calls)
    if drawn < required.diagrams:
        message, hint = f"shows {count(drawn, 'diagram')}, not {required.diagrams}", 'write {! diagram("name") !}'
        yield Problem(written.path, written.first_line, 1, "", message, hint)
    if required.exception:
        yield from _exception(required.exception, written, parts)
    for section in required.sections:
        yield from _section(section, written, parts, following)


def _parts(written: Written) -> list[_Part]:
    """Return the parts of a lesson between its headings of the second level; what stands in a fence is code."""
    parts, prose = [_Part("", written.first_line, [])], written.prose
    coded = {*prose.fenced, *prose.unread}
    for number, line in enumerate(prose.lines):
        heading = None if number in coded else _HEADING.match(line)
        if heading:
            parts.append(_Part(heading[2], written.first_line + number, []))
        else:
            parts[-1].lines.append(line)
    return parts


def _calls(required: Required, written: Written, calls: Sequence[Call]) -> Iterator[Problem]:
    """Yield calls that are missing, twice or in another order."""
    found = [call for call in calls if call.name in required.calls]
    names = [call.name for call in found]
    order = " … ".join(f"{{! {name} !}}" for name in required.calls)
    for name in required.calls:
        if name not in names:
            argument = f'"{PurePosixPath(written.path).stem}"' if name in _OF_QUIZ else ""
            message, hint = f"does not call '{name}'", f"write {{! {name}({argument}) !}}; in their order: {order}"
            yield Problem(written.path, written.first_line, 1, "", message, hint)
    expected = [name for name in required.calls if name in names]
    for call, name in zip(found, [*expected, *[""] * len(found)], strict=False):
        if call.name != name:
            message = f"'{call.name}' is called before '{name}', or twice" if name else f"'{call.name}' is called twice"
            yield Problem(written.path, call.line, call.column, "", message, f"call them once, in this order: {order}")
            return


def _opening(required: Required, written: Written, parts: list[_Part]) -> Iterator[Problem]:
    words = " ".join(line for line in parts[0].lines if not line.startswith("{!")).split()
    if len(words) < required.opening:
        message = f"has {count(len(words), 'word')} above its first heading, not {required.opening}"
        hint = "open with what a reader knows or wonders, and say what the lesson is about"
        yield Problem(written.path, parts[min(1, len(parts) - 1)].line, 1, "", message, hint)


def _exception(wanted: Caveat, written: Written, parts: list[_Part]) -> Iterator[Problem]:
    pattern = re.compile("|".join(map(re.escape, wanted.words)), re.IGNORECASE)
    if not any(pattern.search(part.words) for part in parts[1:]):
        message = f"no heading has one of the words {', '.join(repr(word) for word in wanted.words)}"
        hint = f"say where the lesson's rule ends, in a section such as: ## {wanted.such_as}"
        yield Problem(written.path, written.first_line, 1, "", message, hint)


def _section(section: Section, written: Written, parts: list[_Part], following: str) -> Iterator[Problem]:
    lines = {part.words: part for part in parts[1:]}
    part = lines.get(section.heading)
    if not part:
        near = nearest(section.heading, lines)
        line = lines[near].line if near else written.first_line
        yield Problem(written.path, line, 1, "", f"has no section '{section.heading}'", f"write ## {section.heading}")
        return
    points = sum(bool(_POINT.match(line)) for line in part.lines)
    if section.points and points != section.points:
        message = f"'{section.heading}' has {count(points, 'point')}, not {section.points}"
        yield Problem(written.path, part.line, 1, "", message, f"make it {section.points}, each beginning with '- '")
    if section.link and not _LINK.search("\n".join(part.lines)):
        message = f"'{section.heading}' has no link"
        yield Problem(written.path, part.line, 1, "", message, f"link to what follows: {following}")
