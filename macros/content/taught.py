"""What the lessons teach: words that each must say, as the course card lists them, so that no fact is lost unseen."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from pydantic import Field

from macros.pages.written import Written
from macros.reading.datafile import Fault, Id, Model, Text, unknown

_FOLDER = "docs/lessons"
_MARKS = re.compile(r"[*`]")


class Taught(Model):
    """The words by which a lesson is known to teach what it should."""

    lesson: Id = Field(description="the name of its file, without .md")
    words: tuple[Text, ...] = Field(
        min_length=1, max_length=60, description="which it says, as whole words; of 'scale | scaling' one is enough"
    )


def lost(taught: tuple[Taught, ...], pages: Iterable[Written], unread: set[str]) -> Iterator[Fault]:
    """Yield the words that a lesson no longer says, and lessons that are not there; unread ones may say anything."""
    texts = {page.path: _text(page) for page in pages if page.path.startswith(_FOLDER)}
    known = {PurePosixPath(path).stem for path in texts} | unread
    for index, one in enumerate(taught):
        path, here = f"{_FOLDER}/{one.lesson}.md", ("teaches", index)
        yield from unknown((*here, "lesson"), "lesson", one.lesson, known)
        for number, words in enumerate(one.words):
            if texts.get(path) and not _says(texts[path], words):
                yield (*here, "words", number), f"{path} does not say '{words}'", _instead(words, texts)


def _text(written: Written) -> str:
    """Return the text of a page on one line, in lower case, without calls and without marks around words."""
    prose = " ".join(part for part in written.parts if isinstance(part, str))
    return " ".join(_MARKS.sub("", prose).lower().split())


def _says(text: str, words: str) -> bool:
    """Tell whether a text has one of the alternatives, each as whole words."""
    alternatives = (" ".join(one.lower().split()) for one in words.split("|"))
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text) for one in alternatives)


def _instead(words: str, texts: Mapping[str, str]) -> str:
    other = next((PurePosixPath(path).stem for path, text in texts.items() if _says(text, words)), "")
    if other:
        return f"say it there, or move it to the words of '{other}', which says it"
    return "say it there, or take it out of this list if the lesson shall not teach it"
