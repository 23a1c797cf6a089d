"""What readers are told of a console: whether the tests run it, and the words of the buttons that copy a command."""

import re
from html import escape

from macros.html.words import gettext

_OURS = {"ask": "console__prompt", "cmd": "console__command", "out": "console__output"}
"""The site's classes, by those of the extension; these are as short as those of any code."""

_PART = re.compile(r'<(figure|span) class="(console|ask|cmd|out)">|<figcaption class="(run|skip)">')


def told(html: str) -> str:
    """Return a page in which each console says whether it is run, and has the words of its script."""
    return _PART.sub(_said, html) if '<figure class="console">' in html else html


def words() -> dict[str, str]:
    """Return the words of the script that puts a button beside each command, by the attributes that have them."""
    return {
        "copy": gettext("Copy"),
        "label": gettext("Copy the command {command}"),
        "copied": gettext("Copied"),
        "by-hand": gettext("The command is selected: copy it with your keyboard."),
    }


def _said(match: re.Match[str]) -> str:
    name, part, kind = match.groups()
    if part == "console":
        attributes = "".join(f' data-{key}="{escape(text)}"' for key, text in words().items())
        return f'<figure class="console" data-console{attributes}>'
    if part:
        return f'<{name} class="{_OURS[part]}">'
    label = gettext("Run by the tests of this course.") if kind == "run" else gettext("Not run by the tests:")
    return f'<figcaption class="console__note"><span class="console__told">{label}</span>{" " * (kind == "skip")}'
