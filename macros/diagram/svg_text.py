"""The XML of a pictogram: its elements with their places, and everything in it that is more than elements."""

from collections.abc import Callable
from xml.etree import ElementTree as ET
from xml.parsers import expat

from macros.reading.problem import ContentError, Problem

MOST_ELEMENTS = 200
MOST_LEVELS = 6

Place = tuple[int, int]


def read_svg(text: str, path: str) -> tuple[list[tuple[ET.Element, Place]], list[Problem]]:
    """Return all elements in their order, the root first, each with line and column; and what else there is.

    Names stay as they are written, with their prefixes.
    Raises ContentError where the text is no XML, or more than can be drawn.
    """
    reader = _Reader(path)
    try:
        reader.parser.Parse(text, True)  # noqa: FBT003 - it is the end of the text
    except expat.ExpatError as error:
        message = f"is not XML: {expat.ErrorString(error.code)}"
        problem = Problem(path, error.lineno, error.offset + 1, "", message)
        raise ContentError([*reader.problems, problem]) from error
    except _EndError as error:
        raise ContentError(reader.problems) from error
    return reader.found, reader.problems


class _EndError(Exception):
    """Ends the reading where going on would help nobody."""


class _Reader:
    """Follows the parser through one file, and keeps the elements and the problems that it meets."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.open: list[ET.Element] = []
        self.found: list[tuple[ET.Element, Place]] = []
        self.problems: list[Problem] = []
        self.parser = expat.ParserCreate()
        self.parser.XmlDeclHandler = self.declaration
        self.parser.StartDoctypeDeclHandler = self.refuse("a DOCTYPE is not used in a pictogram", end=True)
        self.parser.ProcessingInstructionHandler = self.refuse("a processing instruction is not used in a pictogram")
        self.parser.StartCdataSectionHandler = self.refuse("CDATA is not used in a pictogram")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = lambda _: self.open.pop()
        self.parser.CharacterDataHandler = self.words

    def report(self, message: str, hint: str = "delete it") -> None:
        place = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.problems.append(Problem(self.path, *place, "", message, hint))

    def refuse(self, message: str, *, end: bool = False) -> Callable[..., None]:
        """Return what reports a part of the text; end tells that what follows may mean anything."""

        def refuse(*_: object) -> None:
            self.report(message)
            if end:
                raise _EndError

        return refuse

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002 - all are passed
        if encoding and encoding.lower() != "utf-8":
            self.report(f"says that it is encoded as '{encoding}'", "save the file as UTF-8, and say so")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) == MOST_LEVELS:
            self.report(f"is nested deeper than {MOST_LEVELS} levels", "put the shapes into fewer groups")
            raise _EndError
        if len(self.found) == MOST_ELEMENTS:
            self.report(f"has more than {MOST_ELEMENTS} elements", "draw a simpler picture")
            raise _EndError
        element = ET.SubElement(self.open[-1], name, attributes) if self.open else ET.Element(name, attributes)
        self.open.append(element)
        self.found.append((element, (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)))

    def words(self, text: str) -> None:
        """Keep the words of a title; elsewhere there are none to be seen."""
        if self.open[-1].tag == "title":
            self.open[-1].text = (self.open[-1].text or "") + text
        elif text.strip():
            self.report("text is not drawn in a pictogram", "write it in the label of a diagram")
