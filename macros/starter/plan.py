"""What another course is asked to be: title, subjects, language and licence, or every reason why they will not do."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import cycle
from string import ascii_lowercase, digits

from macros.html.markup import plain
from macros.html.words import SOURCE
from macros.reading.dates import today
from macros.reading.filenames import plain as id_like
from macros.reading.invisible import UNSEEN
from macros.reading.letters import writing
from macros.starter.choices import language_faults, licence_faults

_TITLE = 80
"""Characters, as many as the title of a page may have."""

_NAME = 24
"""Characters, as many as the head of a column may have."""

_TONES = ("blue", "amber", "teal", "red", "green")
_FEWEST, _MOST = 2, len(_TONES)
"""More would share a colour, and look the same in charts."""

_TAKEN = {"name"}
"""On the page of the comparison."""

_IN_IDS = {*ascii_lowercase, *digits, "-"}


@dataclass(frozen=True)
class Subject:
    """One of the things that the course compares."""

    id: str
    name: str
    tone: str


@dataclass(frozen=True)
class Plan:
    """Title, subjects and the day on which the project was made; the language, and the licence if one was chosen."""

    title: str
    subjects: tuple[Subject, ...]
    made: date
    language: str = SOURCE
    licence: str = ""

    def to_json(self) -> str:
        """Return the plan as it is kept in the project."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2, default=str) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        """Return a plan that was kept."""
        kept = json.loads(text)
        subjects = tuple(Subject(**subject) for subject in kept.pop("subjects"))
        return cls(**kept | {"subjects": subjects, "made": date.fromisoformat(kept["made"])})


def planned(title: str, subjects: str, language: str = "", licence: str = "") -> Plan:
    """Return the plan of a course; raises ValueError with all that is wrong with what is asked for, a line each."""
    code, id_ = language.strip() or SOURCE, licence.strip()
    with writing(code):
        items = [_subject(item, tone) for item, tone in zip(subjects.split(","), cycle(_TONES), strict=False)]
    wrong = [*_title_faults(title), *_subjects_faults(items if subjects.strip() else [])]
    if wrong := [*wrong, *language_faults(code), *licence_faults(id_)]:
        raise ValueError("\n".join(wrong))
    return Plan(" ".join(title.split()), tuple(items), today(), code, id_)


def _subject(item: str, tone: str) -> Subject:
    """Return a subject as it is written, ``Name`` or ``id=Name``; without an id, it gets the one that is like it."""
    id_, has_id, name = item.partition("=")
    return Subject(id_.strip(), name.strip(), tone) if has_id else Subject(_like(item), item.strip(), tone)


def _like(name: str) -> str:
    """Return the id that is like a name; nothing when a letter of the name would be lost."""
    return id_like(name) if all(id_like(char) for char in name if char.isalnum()) else ""


def _title_faults(title: str) -> Iterator[str]:
    if not title.strip():
        yield 'TITLE: is missing: write TITLE="The title of the course"'
    elif len(title.splitlines()) > 1:
        yield "TITLE: has a line break: write it in one line"
    elif len(title) > _TITLE:
        yield f"TITLE: has {len(title)} characters, and at most {_TITLE} fit: say it shorter"
    if hidden := UNSEEN.search(title.strip()):
        yield f"TITLE: holds the hidden character U+{ord(hidden[0]):04X}: delete it"
    for mark in ("<", ">", "{!"):
        if mark in title:
            yield f"TITLE: holds '{mark}', which no title of a page may: write it in words"


def _subjects_faults(subjects: list[Subject]) -> Iterator[str]:
    if not _FEWEST <= len(subjects) <= _MOST:
        hint = 'write them with commas between, as in SUBJECTS="Tea, Coffee"'
        yield f"SUBJECTS: {len(subjects) or 'none'} given, and a course compares {_FEWEST} to {_MOST}: {hint}"
    for number, subject in enumerate(subjects, 1):
        if subject.name:
            yield from _name_faults(subject.name)
            yield from _id_faults(subject)
        else:
            yield f"SUBJECTS: number {number} is empty: write a name there, or take a comma away"
    for id_, times in Counter(subject.id for subject in subjects if subject.id and subject.name).items():
        if times > 1:
            names = " and ".join(f"'{subject.name}'" for subject in subjects if subject.id == id_)
            yield f"SUBJECTS: {names} get the same id '{id_}': write one with an id of its own, as in {id_}-2=Name"


def _name_faults(name: str) -> Iterator[str]:
    if hidden := UNSEEN.search(name):
        yield f"SUBJECTS: {name!a} holds the hidden character U+{ord(hidden[0]):04X}: delete it"
    elif len(name.splitlines()) > 1:
        yield f"SUBJECTS: {name!r} has a line break: write it in one line"
    elif len(name) > _NAME:
        yield f"SUBJECTS: '{name}' has {len(name)} characters, and at most {_NAME} fit into a table: say it shorter"
    elif plain(name) != name or {*"<>"} & {*name}:
        yield f"SUBJECTS: '{name}' holds marks of Markdown or HTML: write the name without them"


def _id_faults(subject: Subject) -> Iterator[str]:
    if not subject.id:
        hint = f"write it with one in plain letters, as in tea={subject.name}"
        yield f"SUBJECTS: no id can be made of '{subject.name}', for ids are addresses: {hint}"
    elif not {*subject.id} <= _IN_IDS or subject.id != id_like(subject.id):
        yield f"SUBJECTS: '{subject.id}' is no id: write lower case letters, digits and hyphens before the '='"
    elif subject.id in _TAKEN:
        yield f"SUBJECTS: the id '{subject.id}' is taken on the page of the table: write another, as in its-name=Name"
