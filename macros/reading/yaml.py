"""YAML text as plain values, with nothing in it that a reader would misread.

It stands on the events of libyaml: ruamel.yaml has places too, but takes twelve times as long, and places no slip.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import Any

import yaml
from yaml import events

from macros.reading.invisible import UNSEEN
from macros.reading.positions import Loc, Marked
from macros.reading.problem import ContentError, Problem, hidden_characters
from macros.reading.yaml_hints import fault, slip
from macros.reading.yaml_limits import Limits, TooMuchError
from macros.reading.yaml_scalars import plain

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml; where PyYAML was built without it, its slower twin in Python."""

_QUOTES = ("'", '"')
_QUOTE = "take it away, or put the value in quotes"


@lru_cache(maxsize=512)
def read_yaml(text: str, path: str, first_line: int = 1) -> Marked:
    """Return the values of a YAML 1.2 text with their places; first_line is the text's own line in its file.

    Raises ContentError for text that is no YAML, and for what a reader would misread:
    duplicate keys, aliases, tags and characters that cannot be seen.
    What has been read is remembered by its text: a save changes one file.
    """
    reader = _Reader(path, first_line)
    reader.problems += hidden_characters(text, path, first_line)
    value = None if reader.problems else reader.read(text)
    if reader.problems:
        raise ContentError(reader.problems)
    reader.places.setdefault((), (first_line, 1))
    return Marked(path, value, reader.places)


class _Reader:
    """Walks through one file and keeps the places and the problems it meets."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.places: dict[Loc, tuple[int, int]] = {}
        self.limits = Limits()
        self.problems: list[Problem] = []
        self.lines: list[str] = []
        self.quoted: events.ScalarEvent | None = None
        """The last text in quotes that has several lines."""

    def report(self, mark: yaml.Mark, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, *self.place(mark), "", message, hint))

    def place(self, mark: yaml.Mark) -> tuple[int, int]:
        return mark.line + self.first_line, mark.column + 1

    def read(self, text: str) -> Any:
        value, self.lines = None, text.split("\n")
        try:
            stream = iter(yaml.parse(text, Loader=_LOADER))
            for event in stream:
                if isinstance(event, events.DocumentStartEvent):
                    value = self.document(event, stream)
        except TooMuchError as error:
            self.report(error.mark, error.message, "say it shorter, or in several files")
        except yaml.MarkedYAMLError as error:
            self.report(*fault(error, self.lines, self.quoted))
        return value

    def document(self, start: events.DocumentStartEvent, stream: Iterator[events.Event]) -> Any:
        if start.version or start.tags:
            self.report(start.start_mark, "directives (%NAME) are not used here", "delete the line")
        if () in self.places:
            self.report(start.start_mark, "a second document begins here", "delete the line with three hyphens")
        return self.value(next(stream), stream, ())

    def value(self, event: events.Event, stream: Iterator[events.Event], loc: Loc) -> Any:
        self.places.setdefault(loc, self.place(event.start_mark))
        self.refuse(event)
        self.limits.value(loc, event.start_mark)
        match event:
            case events.MappingStartEvent():
                return self.mapping(stream, loc)
            case events.SequenceStartEvent():
                items = takewhile(lambda event: not isinstance(event, events.SequenceEndEvent), stream)
                return tuple(self.value(item, stream, (*loc, index)) for index, item in enumerate(items))
            case events.ScalarEvent():
                return self.scalar(event)
        return None

    def scalar(self, event: events.ScalarEvent) -> Any:
        if not event.style:
            if event.value and (told := slip(event, self.lines)):
                self.report(event.start_mark, *told)
            return plain(event.value)
        if event.end_mark.line > event.start_mark.line and event.style in _QUOTES:
            self.quoted = event
        return event.value

    def refuse(self, event: events.Event) -> None:
        if isinstance(event, events.AliasEvent):
            self.report(event.start_mark, "aliases (*name) are not used here", "write the value again")
        elif event.anchor:
            self.report(event.start_mark, "anchors (&name) are not used here", _QUOTE)
        elif event.tag:
            self.report(event.start_mark, "tags (!name) are not used here", _QUOTE)
        elif isinstance(event, events.ScalarEvent) and (hidden := UNSEEN.search(event.value)):
            message = f"hidden character U+{ord(hidden[0]):04X}, written as an escape"
            self.report(event.start_mark, message, "take it away")

    def mapping(self, stream: Iterator[events.Event], loc: Loc) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for event in takewhile(lambda event: not isinstance(event, events.MappingEndEvent), stream):
            key = self.key(event, stream, loc)
            if key in result:
                self.report(event.start_mark, f"the key '{key}' stands twice", "keep one of the two")
            self.limits.key(key, result, event.start_mark)
            self.places[*loc, key] = self.place(event.start_mark)
            result[key] = self.value(next(stream), stream, (*loc, key))
        return result

    def key(self, event: events.Event, stream: Iterator[events.Event], loc: Loc) -> str:
        """Return a key as it is written: ``no``, ``1.10`` and ``~`` are names here, whatever they mean as values."""
        if isinstance(event, events.AliasEvent):
            self.refuse(event)
        elif not isinstance(event, events.ScalarEvent):
            self.report(event.start_mark, "a key must be text", "write a name, a colon and a space")
            self.value(event, stream, (*loc, "?"))
        else:
            self.refuse(event)
            if event.value == "<<":
                self.report(event.start_mark, "merge keys (<<) are not used here", "write the keys themselves")
            return str(event.value)
        return "?"
