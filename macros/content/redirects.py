"""Addresses that moved: whoever asks for an old one is led to where it stands now."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from macros.html.markup import render
from macros.reading.datafile import Fault, Model

_NAME = "[a-z0-9][a-z0-9-]*"
_FOLDERS, _FILE, _ANCHOR = f"(?:{_NAME}/)*", rf"{_NAME}\.(?:svg|png|jpg|jpeg|webp|json|csv)", "(?:#[a-z0-9-]+)?"
_PATH = f"^{_FOLDERS}(?:{_FILE})?"
_RULE = re.compile(f"(/{_FOLDERS}(?:{_FILE}|{_NAME})?) (/{_FOLDERS}(?:{_FILE})?{_ANCHOR}) 301!?")
"""A line of ``_redirects``: an old path, which may lack its last slash, and a new one with its anchor."""

_Address = Annotated[str, Field(min_length=1, max_length=120)]


class Move(Model):
    """One address that was published, and the one that took its place."""

    old: _Address = Field(
        alias="from",
        pattern=f"{_PATH}$",
        description="the old address, below the site's root: that of a page ends with a slash",
    )
    new: _Address = Field(
        alias="to",
        pattern=f"{_PATH}{_ANCHOR}$",
        description="the address now, below the site's root; an anchor may follow",
    )

    @property
    def target(self) -> str:
        """Return the new address without its anchor."""
        return self.new.partition("#")[0]


class Moves(Model):
    """All addresses that moved."""

    moved: tuple[Move, ...] = Field(max_length=500, description="each old address, and the new one")

    def faults(self) -> Iterator[Fault]:
        """Yield old addresses that stand in the list before."""
        old = [move.old for move in self.moved]
        for index, address in enumerate(old):
            if address in old[:index]:
                yield ("moved", index, "from"), f"'{address}' stands twice", "keep one of the two"


def pages(moves: Iterable[Move]) -> dict[str, str]:
    """Return, by their paths, pages that lead on where no server does; they need no script."""
    return {
        f"{move.old}index.html": render("moved.html.j2", target="../" * move.old.count("/") + move.new)
        for move in moves
        if move.old.endswith("/")
    }


def redirects(moves: Iterable[Move]) -> str:
    """Return the ``_redirects`` file for hosts that read one.

    Some lead on from a path at which a file stands only when told so by ``301!``, which others leave out as unknown.
    Some tell a folder with its slash from the one without.
    """
    lines = [
        f"/{path} /{move.new} {status}\n"
        for move in moves
        for path in dict.fromkeys((move.old, move.old.removesuffix("/")))
        for status in ("301!", "301")
    ]
    return "".join(lines)


def led_on(redirects: str) -> dict[str, str]:
    """Return the new paths by the old ones, as a ``_redirects`` file names them.

    Raises ValueError for a line that this module would not write: hosts know rules that send readers to another site,
    or show another site in place of this one.
    """
    rules = [(line, _RULE.fullmatch(line)) for line in redirects.removesuffix("\n").split("\n")]
    wrong = [
        f"_redirects:{number}: {line!r} is no redirect within the site"
        for number, (line, rule) in enumerate(rules, 1)
        if not rule
    ]
    if redirects and wrong:
        raise ValueError("\n".join(wrong))
    return {rule[1]: rule[2] for _, rule in rules if rule}
