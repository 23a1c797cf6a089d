"""Data files and front matter as models, or every problem in them with its place."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from macros.errors import ContentError, Problem, did_you_mean
from macros.marked import Loc, Marked
from macros.strict_yaml import read_yaml
from macros.wording import wording

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name in an address: lower case letters and digits, with hyphens between."""

Text = Annotated[str, Field(min_length=1, max_length=600)]

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


def twice(field: str, ids: Sequence[str]) -> Iterator[Fault]:
    """Yield the ids of a list that stand in it before; field is the list's key in its file."""
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            yield (field, index, "id"), f"'{id_}' stands twice", "choose another id"


def unknown(loc: Loc, kind: str, name: str, known: Collection[str]) -> Iterator[Fault]:
    """Yield a name that is none of those that are known."""
    if name not in known:
        yield loc, f"there is no {kind} '{name}'", did_you_mean(name, known)


@dataclass(frozen=True)
class Datafile(Generic[M]):
    """A model, with the marks and the text of the file that it was read from."""

    model: M
    marks: Marked
    text: str


def read_text(file: Path, path: str) -> str:
    """Return a file's text, with line feeds as line ends and no byte order mark.

    Raises ContentError when the file is missing or its bytes are not UTF-8.
    """
    try:
        data = file.read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        raise ContentError([Problem(path, line, column, "", message, "save the file as UTF-8")]) from error
    except OSError as error:
        raise ContentError([Problem(path, 1, 1, "", f"cannot be read: {error.strerror}")]) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_data(
    file: Path, path: str, model: type[M], prepare: Callable[[Marked], Marked] = lambda marks: marks
) -> Datafile[M]:
    """Return a data file, prepared before it is checked, as a model; raises ContentError with all its problems."""
    text = read_text(file, path)
    return _parse(prepare(read_yaml(text, path)), model, text)


def read_front_matter(text: str, path: str, model: type[M]) -> tuple[Datafile[M], int]:
    """Return a page's front matter as a model, and the offset at which the text after it starts."""
    match = _FRONT_MATTER.match(text)
    if not match:
        hint = "start the file with '---', then 'title: …' and 'description: …', then '---'"
        raise ContentError([Problem(path, 1, 1, "", "the front matter is missing or does not end", hint)])
    return _parse(read_yaml(match[1], path, first_line=2), model, match[1]), match.end()


def end_of_front_matter(text: str) -> int:
    """Return the offset at which the text below the front matter starts; 0 if there is none, or it does not end."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def _parse(marks: Marked, model: type[M], text: str) -> Datafile[M]:
    try:
        parsed = model.model_validate(marks.value)
    except ValidationError as error:
        known = _keys(model)
        details = [detail for detail in error.errors() if not _follows(detail, error.errors())]
        raise ContentError({_problem(marks, detail, known) for detail in details}) from error
    problems = [marks.problem(*fault) for fault in parsed.faults()]
    if problems:
        raise ContentError(problems)
    return Datafile(parsed, marks, text)


def _follows(detail: ErrorDetails, others: list[ErrorDetails]) -> bool:
    """Tell whether a list is too short only because items in it are faulty, or a key missing because it is misspelt."""
    loc = detail["loc"]
    if detail["type"] == "missing":
        unknown = [o["loc"] for o in others if o["type"] == "extra_forbidden" and o["loc"][:-1] == loc[:-1]]
        return any(did_you_mean(str(other[-1]), [str(loc[-1])]) for other in unknown)
    return detail["type"] == "too_short" and any(
        len(o["loc"]) > len(loc) and o["loc"][: len(loc)] == loc for o in others
    )


def _problem(marks: Marked, detail: ErrorDetails, known: set[str]) -> Problem:
    loc = _loc_in_file(detail["loc"], marks.value, missing=detail["type"] == "missing")
    if detail["type"] == "extra_forbidden":
        elsewhere = "this key belongs to another part" if loc[-1] in known else ""
        return marks.problem(loc, "unknown key", elsewhere or did_you_mean(str(loc[-1]), known))
    return marks.problem(loc, *wording(detail))


def _loc_in_file(loc: Loc, value: Any, *, missing: bool) -> Loc:
    """Leave out the steps that a model adds and the file does not have, such as the tag of a union."""
    found: Loc = ()
    for step in loc:
        if (isinstance(value, dict) and step in value) or (isinstance(value, tuple) and isinstance(step, int)):
            value = cast("Any", value)[step]
        elif not (missing and step is loc[-1]):
            continue
        found = (*found, step)
    return found


def _keys(model: type[Model]) -> set[str]:
    """Return every key that a file of this model may hold, at whatever depth."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}
