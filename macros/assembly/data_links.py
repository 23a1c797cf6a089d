"""Marks in the words of data that would be shown as they are written: links within the course, and tags of pages."""

import re
from collections.abc import Iterator

from macros.assembly.files import Files
from macros.pages.vocabulary import TYPED
from macros.reading.problem import Problem

_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"(?<!\\)\[[^\[\]]*\]\((?!https://)([^()\s]{1,200})\)")
_TAG = re.compile(rf"(?<!\\)</?(?:{'|'.join(sorted(TYPED))})\b[^<>]*>", re.IGNORECASE)
_HINT = "write the words alone; a page can link to them, and words of data to https:// addresses"
_ONLY = "delete it, or put it between backticks: words of data hold code, emphasis and links, and no tags"


def problems(files: Files) -> Iterator[Problem]:
    """Yield every link and tag in the words of data that would come out as it is written."""
    for file in files.datafiles():
        for loc, text in file.marks.texts():
            words = _CODE.sub("", text) if "](" in text or "<" in text else ""
            for match in _LINK.finditer(words):
                yield file.marks.problem(loc, f"'{match[1]}' cannot be linked to from here", _HINT)
            for match in _TAG.finditer(words):
                yield file.marks.problem(loc, f"'{match[0]}' would be shown as it is written", _ONLY)
