"""Console blocks: commands as somebody types them, each with what it must print, in a fence of Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.pages.prose import Fence, Prose

LANGUAGE = "console"
PROMPT, MORE = "$ ", "> "
"""What a command begins with, and each further line of it."""

_READABLE = re.compile(rf"{LANGUAGE}(?:[ \t]+[a-zA-Z]\w*(?:=(?:\"[^\"]*\"|'[^']*'))?)*")
_OPTION = re.compile(r"(?<=[ \t])([a-zA-Z]\w*)(?:=(?:\"([^\"]*)\"|'([^']*)'))?")
_LANGUAGE = re.compile(r"\{? *\.?([\w#+-]*)")
_PREFIX = re.compile(r"[> \t]*")


@dataclass(frozen=True)
class Command:
    """A command without its prompts, the lines that it must print, and its line in the text, from 1."""

    text: str
    expected: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Console:
    """A block of commands: what its fence says of it, its lines as readers see them, and their place in the text."""

    options: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    line: int
    """Of the fence, from 1."""
    column: int
    """Of what the fence says, from 1."""
    indent: int
    """Characters that stand before each of its lines: those of a list or a quotation."""

    def option(self, name: str) -> str:
        """Return what the fence says below a name, or nothing."""
        return dict(self.options).get(name, "")

    @property
    def commands(self) -> tuple[Command, ...]:
        """Return its commands."""
        return commands(self.lines, self.line + 1)


def language(info: str) -> str:
    """Return the language that a fence names."""
    match = _LANGUAGE.match(info)
    return match[1] if match else ""


def is_readable(info: str) -> bool:
    """Tell whether Markdown reads what the fence of a console says: each value stands in quotes."""
    return bool(_READABLE.fullmatch(info))


def consoles(prose: Prose) -> Iterator[Console]:
    """Yield the consoles of a text, in their order."""
    yield from (console(fence, prose) for fence in prose.fences if language(fence.info) == LANGUAGE)


def console(fence: Fence, prose: Prose) -> Console:
    """Return a block of code as a console."""
    first = prose.lines[fence.first]
    indent = len(first) - len(_PREFIX.sub("", first, count=1))
    lines = tuple(line[indent:] for line in prose.lines[fence.first + 1 : fence.last])
    options = tuple((key, one or other) for key, one, other in _OPTION.findall(fence.info))
    return Console(options, lines, fence.first + 1, first.find(fence.info, indent) + 1, indent)


def commands(lines: Sequence[str], first: int = 1) -> tuple[Command, ...]:
    """Return the commands in these lines, of which the first has this number; what stands above them is left out."""
    found: list[tuple[list[str], list[str], int]] = []
    for number, line in enumerate(lines, first):
        if line.startswith(PROMPT):
            found.append(([line.removeprefix(PROMPT)], [], number))
        elif found and not found[-1][1] and line.startswith(MORE.rstrip()) and (line + " ").startswith(MORE):
            found[-1][0].append(line[len(MORE) :])
        elif found:
            found[-1][1].append(line)
    return tuple(Command("\n".join(text), _without_end(expected), number) for text, expected, number in found)


def _without_end(lines: Sequence[str]) -> tuple[str, ...]:
    """Return lines without empty ones below the last that says something."""
    return tuple("\n".join(lines).rstrip().split("\n")) if any(line.strip() for line in lines) else ()
