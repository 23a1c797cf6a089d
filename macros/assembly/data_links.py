"""Links in the words of data: these are shown on several pages, so each leads to an address of its own."""

import re
from collections.abc import Iterator

from macros.assembly.files import Files
from macros.reading.problem import Problem

_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"(?<!\\)\[[^\[\]]*\]\((?!https://)([^()\s]{1,200})\)")
_HINT = "write the words alone; a page can link to them, and words of data to https:// addresses"


def problems(files: Files) -> Iterator[Problem]:
    """Yield every link in the words of data that would come out as it is written, with its brackets."""
    for file in files.datafiles():
        for loc, text in file.marks.texts():
            for match in _LINK.finditer(_CODE.sub("", text)) if "](" in text else ():
                yield file.marks.problem(loc, f"'{match[1]}' cannot be linked to from here", _HINT)
