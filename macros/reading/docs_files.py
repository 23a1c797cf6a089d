"""The one gate for files: each file below ``docs/`` is of a known kind in a known place, or a problem."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.reading import filenames, images, settings
from macros.reading.kinds import ASSET, IMAGE, NEEDED, Kind, kind_of, misplaced
from macros.reading.problem import ContentError, Problem

_DEEPEST = 4
"""Folders within each other below ``docs``."""

_HIDDEN_BY_THE_GENERATOR = "templates"
"""A folder at the top of ``docs`` of which MkDocs publishes nothing."""

_LINK = "is a link, and links are not followed", "put the file or folder itself here"


@dataclass(frozen=True)
class DocsFiles:
    """The files that may be read and published, in the order of their paths below ``docs``, and all problems."""

    kinds: Mapping[str, Kind]
    problems: tuple[Problem, ...]

    def of(self, kind: Kind, folder: str | None = None) -> list[str]:
        """Return the paths of all files of a kind, or of those right in one folder."""
        return [
            path
            for path, its in self.kinds.items()
            if its is kind and (folder is None or path.rpartition("/")[0] == folder)
        ]


def docs_files(docs: Path) -> DocsFiles:
    """Return the files of a ``docs`` folder; never raises for what is in it, and of these it opens none but images."""
    walk = _Walk(docs)
    if docs.is_symlink():
        walk.tell("", *_LINK)
        return DocsFiles({}, tuple(walk.problems))
    try:
        walk.named = settings.code(docs.parent)
    except ContentError as error:
        walk.problems += error.problems
    walk.folder("", 0)
    told = {problem.path for problem in walk.problems}
    for path in sorted({*NEEDED, *filter(_is_ours, walk.named or ())} - walk.kinds.keys()):
        if told.isdisjoint(filenames.above(f"docs/{path}")):
            walk.tell(path, "is missing", "the site cannot be without it: take it back from an earlier version")
    return DocsFiles(walk.kinds, tuple(walk.problems))


class _Walk:
    """Goes through a folder, asks the system once about each entry, and goes on after each that is wrong."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.named: set[str] | None = None
        """The code that the settings name; nothing while they cannot be read, and may name any."""
        self.kinds: dict[str, Kind] = {}
        self.counts: Counter[Kind] = Counter()
        self.problems: list[Problem] = []

    def tell(self, path: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(f"docs/{path}".rstrip("/"), 1, 1, "", message, hint))

    def folder(self, path: str, depth: int) -> None:
        """Look at all entries of a folder; its path is empty or ends with a slash."""
        try:
            with os.scandir(self.docs / path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.tell(path, f"cannot be read: {error.strerror}")
            return
        for entry in entries:
            try:
                self.entry(entry, f"{path}{entry.name}", depth)
            except FileNotFoundError:
                continue  # An editor has just taken it away.
            except OSError as error:
                self.tell(f"{path}{entry.name}", f"cannot be read: {error.strerror}")

    def entry(self, entry: os.DirEntry[str], path: str, depth: int) -> None:
        if entry.is_dir(follow_symlinks=False):
            self.inner(path, entry.name, depth + 1)
        elif filenames.litter(entry.name):
            return
        elif entry.is_symlink():
            self.tell(path, *_LINK)
        elif entry.is_file(follow_symlinks=False):
            self.file(entry, path)
        else:
            self.tell(path, "is no file but a pipe, a socket or a device", "delete it")

    def inner(self, path: str, name: str, depth: int) -> None:
        wrong = filenames.fault(name, folder=True)
        if filenames.litter_folder(name):
            return
        if wrong:
            self.tell(path, *wrong)
        elif depth > _DEEPEST:
            self.tell(path, f"more than {_DEEPEST} folders stand within each other", "put it further up")
        elif path == _HIDDEN_BY_THE_GENERATOR:
            self.tell(path, "nothing in a folder of this name is published", "choose another name")
        else:
            self.folder(f"{path}/", depth)

    def file(self, entry: os.DirEntry[str], path: str) -> None:
        kind, size = kind_of(path), entry.stat(follow_symlinks=False).st_size
        if kind is None:
            self.tell(path, *misplaced(path))
        elif wrong := self.fault(entry, path, kind, size):
            self.tell(path, *wrong)
        elif self.counts[kind] >= kind.count:
            self.tell(path, f"is one {kind.name} too many: there may be {kind.count:,}", "put some together")
        else:
            self.kinds[path] = kind
            self.counts[kind] += 1

    def fault(self, entry: os.DirEntry[str], path: str, kind: Kind, size: int) -> tuple[str, str] | None:
        """Return what is wrong with a file of a kind: with its name, its size or its content."""
        if wrong := filenames.fault(entry.name, code=kind is ASSET):
            return wrong
        if size > kind.most:
            return f"is {size:,} bytes large; {kind.one} has at most {kind.most:,}", kind.smaller
        if kind is ASSET and self.named is not None and path not in self.named:
            return misplaced(path)
        return images.fault(Path(entry.path).read_bytes(), path.rpartition(".")[2]) if kind is IMAGE else None


def _is_ours(path: str) -> bool:
    """Tell whether code that the settings name comes from our own files."""
    return kind_of(path) is ASSET
