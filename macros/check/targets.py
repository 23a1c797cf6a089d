"""Link targets: what a link within the course can lead to, and what was meant by one that leads nowhere."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from urllib.parse import unquote

from macros.pages.linked import Link
from macros.reading.images import SUFFIXES
from macros.reading.problem import did_you_mean

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MOST_NAMED = 8
_LONGEST = 120
"""Letters of a name that are compared with those of others, which takes as long as both are."""

_NUMBER = re.compile(r"(?:.*/)?\d+-")
"""What stays of the path of a lesson that gets another title."""

_SURE = re.compile("write ")

Fault = tuple[str, str]
"""What is wrong with a link, and what to write instead."""


def another(anchor: str, there: Collection[str]) -> str:
    """Return a hint for an anchor that a page does not have: the one that is meant, or those that it has."""
    return did_you_mean(f"#{anchor}", [f"#{name}" for name in there]) or _listed(there)


class Targets:
    """The files of a course that links may lead to, by their paths below ``docs``, and the anchors of its pages."""

    def __init__(
        self,
        files: Collection[str],
        lacks: Callable[[str, str], bool],
        anchors: Callable[[str], Collection[str] | None],
        moved: Mapping[str, str],
    ) -> None:
        self._files = dict.fromkeys(sorted(files, key=lambda file: (len(file), file)))
        """In one order, so that of several that are meant the same one is told each time."""
        self._lacks = lacks
        self._anchors = anchors
        self._moved = moved
        self._alike: dict[str, list[str]] = {}
        for file in self._files:
            self._alike.setdefault(_normalised(posixpath.basename(file)), []).append(file)

    def fault(self, page: str, link: Link, *, hints: bool = True) -> Fault | None:
        """Return what is wrong with a link on a page; nothing when it leads out of the course, or to what is there.

        To seek what somebody may have meant takes long, so it can be left out.
        """
        address = link.address.strip()
        if _ELSEWHERE.match(address) or address == "#":
            return None
        path, _, anchor = address.partition("#")
        path = path.partition("?")[0]
        target = _target(page, path)
        found = target if target in self._files else self._moved.get(target) or self._meant(target)
        right = _written(page, found, anchor) if found else ""
        if not address:
            return "the link has no address", "write one between the brackets, or take the link away"
        if target not in self._files or "\\" in path or path.startswith("/"):
            similar = self._similar(page, target) if hints and not right else ""
            return _nowhere(path, target, f"write {right}" if right else similar)
        if link.is_picture and target.rpartition(".")[2] not in {*SUFFIXES, "svg"}:
            return f"'{address}' is no image", f"write {', '.join(SUFFIXES)} or svg, or a link: [words]({right})"
        lacking = anchor and target.endswith(".md") and self._lacks(target, unquote(anchor))
        return self._no_anchor(page, target, unquote(anchor), hints=hints) if lacking else None

    def _meant(self, target: str) -> str | None:
        """Return the file that is surely meant: at the same place in another spelling, or else the one of that name."""
        stem = re.sub(r"(?:/index)?(?:\.(?:html?|md|markdown))?/?$", "", target)
        for way in (f"{stem}.md", posixpath.normpath(f"{stem}/index.md")):
            if way in self._files:
                return way
        for name in (target, f"{stem}.md"):
            same = self._alike.get(_normalised(posixpath.basename(name)), [])
            near = [file for file in same if _normalised(file) == _normalised(name)]
            if near or len(same) == 1:
                return (near or same)[0]
        return None

    def _similar(self, page: str, target: str) -> str:
        """Return how a page would link to the file with the most similar path, or else what stands beside the page."""
        name = target if "." in posixpath.basename(target) else f"{target}.md"
        same = self._alike.get(_normalised(posixpath.basename(name)))
        number = _NUMBER.match(name)
        known = [file for file in self._files if file != page and (file.endswith(".md") or not name.endswith(".md"))]
        numbered = [file for file in known if number and file.startswith(number[0])]
        close = same or numbered or get_close_matches(name.lstrip("./")[-_LONGEST:], known, n=1, cutoff=0.7)
        if close:
            return f"did you mean {' or '.join(_written(page, file, '') for file in close[:_MOST_NAMED])}?"
        folder, suffix = posixpath.dirname(page), posixpath.splitext(name)[1]
        beside = [file for file in self._files if posixpath.dirname(file) == folder and file.endswith(suffix)]
        others = [posixpath.basename(file) for file in beside if file != page]
        return f"beside this page: {_some(others)}" if others else "put it there, or delete what names it"

    def _no_anchor(self, page: str, target: str, anchor: str, *, hints: bool) -> Fault:
        there = self._anchors(target) or ()
        where = "this page" if target == page else f"docs/{target}"
        hint = another(_normalised(anchor), there) if hints else _listed(there)
        return f"there is no anchor '#{anchor}' on {where}", hint


def _nowhere(path: str, target: str, hint: str) -> Fault:
    if "\\" in path:
        return f"'{path}' has a backslash", hint
    if path.startswith("/"):
        return f"'{path}' leads away from the course where it stands below a path", hint
    if path.endswith("/") and _SURE.match(hint):
        return f"'{path}' is the address of a page, not its file", hint
    if target.startswith(".."):
        elsewhere = "link to https://, or to a file below docs/"
        return f"'{path}' leads out of docs/", hint if _SURE.match(hint) else elsewhere
    return f"there is no {'page' if target.endswith('.md') else 'file'} docs/{target}", hint


def _target(page: str, path: str) -> str:
    """Return the path below ``docs`` that a link on a page leads to, whether it is there or not."""
    path = unquote(path.replace("\\", "/"))
    if not path:
        return page
    folder = "" if path.startswith("/") else posixpath.dirname(page)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))


def _listed(anchors: Iterable[str]) -> str:
    return f"it has {_some(f'#{name}' for name in anchors)}"


def _some(names: Iterable[str]) -> str:
    """Return names in their order, and how many more there are than can be read at once."""
    named = sorted(names)
    more = named[_MOST_NAMED:]
    others = f" and {len(more)} {'others' if more[1:] else 'other'}" if more else ""
    return f"{', '.join(named[:_MOST_NAMED])}{others}"


def _written(page: str, target: str, anchor: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page) or ".") + (f"#{anchor}" if anchor else "")


def _normalised(name: str) -> str:
    """Return a name without what is often written in another way."""
    return re.sub(r"[\s_-]+", "-", name.lower())
