"""The text of a page in layers: all of it, what its author wrote below the front matter, and what of that is prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

DELIMITERS = {
    "variable_start_string": "{!",
    "variable_end_string": "!}",
    "block_start_string": "{!%",
    "block_end_string": "%!}",
    "comment_start_string": "{!#",
    "comment_end_string": "#!}",
}
"""Not Jinja's own, which a lesson needs for templates of Docker, Helm and GitHub."""

MACRO = re.compile(r"\{!((?:(?!\{!|!\}).)*)!\}", re.DOTALL)
"""A macro call, a block or a remark, from one delimiter to the next."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_MAY_BE_CODE = re.compile(r"```|~~~|\t| {4}")
"""What each block of code has; without it there is nothing to parse."""
_NOT_BLANK = re.compile(r"[^\n]")
_markdown = MarkdownIt()


@dataclass(frozen=True)
class Script:
    """One page; every layer is as long as the text, so that an offset is the same place in each.

    body lacks the front matter, prose also lacks code and macro calls: there stand spaces.
    """

    path: str
    text: str
    body: str
    prose: str

    @classmethod
    def of(cls, text: str, path: str) -> "Script":
        """Return the layers of a page's text."""
        body = _FRONT_MATTER.sub(_spaces, text, count=1)
        without_blocks = "\n".join(_without_code_blocks(body))
        return cls(path, text, body, MACRO.sub(_spaces, _INLINE_CODE.sub(_spaces, without_blocks)))

    @property
    def is_lesson(self) -> bool:
        """Tell whether this page is one of the lessons."""
        return self.path.startswith("docs/lessons/")

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)


def _spaces(match: re.Match[str]) -> str:
    return _NOT_BLANK.sub(" ", match[0])


def _without_code_blocks(body: str) -> Iterator[str]:
    if not _MAY_BE_CODE.search(body.lstrip()):
        yield body
        return
    blocks = [token.map for token in _markdown.parse(body) if token.type in {"fence", "code_block"} and token.map]
    for number, line in enumerate(body.split("\n")):
        yield " " * len(line) if any(start <= number < end for start, end in blocks) else line
