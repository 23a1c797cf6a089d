"""Data files and front matter as models, or every problem in them with its place."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Annotated, Any, Generic, TypeVar
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from macros.reading.expected import Expected
from macros.reading.kinds import DATA, PAGE
from macros.reading.model_faults import problems
from macros.reading.positions import Loc, Marked
from macros.reading.problem import ContentError, Problem, choices
from macros.reading.yaml import read_yaml

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name in an address: lower case letters and digits, with hyphens between."""

SEEN = r"\S"
"""The pattern of a text that is more than spaces."""

Text = Annotated[str, Field(min_length=1, max_length=600, pattern=SEEN)]

Fault = tuple[Loc, str, str]
"""Where in a model, what is wrong, and a hint (or nothing)."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class Model(BaseModel):
    """What a part of a data file may hold: nothing unknown, nothing converted, nothing changed later."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong between fields that are each right by themselves."""
        return iter(())


M = TypeVar("M", bound=Model)

Prepare = Callable[[Marked], Marked]
"""What is done to the values of a file before they are checked."""


def as_it_is(marks: Marked) -> Marked:
    """Return the values of a file that needs no preparation."""
    return marks


def twice(field: str, ids: Iterable[str]) -> Iterator[Fault]:
    """Yield the ids of a list that stand in it before; field is the list's key in its file."""
    before: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in before:
            yield (field, index, "id"), f"'{id_}' stands twice", "choose another id"
        before.add(id_)


def unknown(loc: Loc, kind: str, name: str, known: Collection[str]) -> Iterator[Fault]:
    """Yield a name that is none of those that are known."""
    if name not in known:
        yield loc, f"there is no {kind} '{name}'", choices(name, known) or f"there is no {kind} yet: write one first"


@dataclass(frozen=True)
class Datafile(Generic[M]):
    """A model, with the marks and the text of the file that it was read from."""

    model: M
    marks: Marked
    text: str


def read_text(file: Path, path: str, most: int = PAGE.most) -> str:
    """Return a file's text, with line feeds as line ends, no byte order mark, and each letter with its accent as one.

    Two characters for an ü, as some programs copy it, look the same, and no search finds them.
    Raises ContentError when the file is missing, has more than so many bytes, or bytes that are not UTF-8.
    """
    data = _bytes(file, path, most)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        raise ContentError([Problem(path, line, column, "", message, "save the file as UTF-8")]) from error
    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _bytes(file: Path, path: str, most: int) -> bytes:
    """Return what a file holds; no more of it is read than may be there."""
    try:
        if not S_ISREG(file.stat().st_mode):
            raise ContentError([Problem(path, 1, 1, "", "is no file with text", "delete it")])
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise ContentError([Problem(path, 1, 1, "", f"cannot be read: {error.strerror}")]) from error
    if len(data) > most:
        raise ContentError([Problem(path, 1, 1, "", f"is larger than {most:,} bytes", "say it shorter")])
    return data


def read_data(file: Path, path: str, model: type[M], prepare: Prepare = as_it_is) -> Datafile[M]:
    """Return a data file, prepared before it is checked, as a model; raises ContentError with all its problems."""
    text = read_text(file, path, DATA.most)
    return parsed(prepare(read_yaml(text, path)), model, text)


def read_front_matter(text: str, path: str, model: type[M]) -> tuple[Datafile[M], int]:
    """Return a page's front matter as a model, and the offset at which the text after it starts."""
    match = _FRONT_MATTER.match(text)
    if not match:
        hint = "start the file with '---', then 'title: …' and 'description: …', then '---'"
        raise ContentError([Problem(path, 1, 1, "", "the front matter is missing or does not end", hint)])
    return parsed(read_yaml(match[1], path, first_line=2), model, match[1]), match.end()


def end_of_front_matter(text: str) -> int:
    """Return the offset at which the text below the front matter starts; 0 if there is none, or it does not end."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def parsed(marks: Marked, model: type[M], text: str) -> Datafile[M]:
    """Return the values of a file, whose text this is, as a model; raises ContentError with all their problems."""
    try:
        found = model.model_validate(marks.value)
    except ValidationError as error:
        raise ContentError(
            problems(marks, error.errors(include_url=False), Expected(_schema(model), marks.value))
        ) from error
    if faults := [marks.problem(*fault) for fault in found.faults()]:
        raise ContentError(faults)
    return Datafile(found, marks, text)


@lru_cache
def _schema(model: type[Model]) -> dict[str, Any]:
    return model.model_json_schema()
