"""What is wrong with the commands of a text: a console that says not whether it is run, and prompts elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator

from macros.pages.console import LANGUAGE, MORE, PROMPT, Console, console, is_readable, language
from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.prose import Fence, Prose
from macros.reading.problem import did_you_mean

RULE = "commands"
_OPTIONS = ("run", "skip")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SENTENCE = re.compile(r"[^\sa-z].*\S[.!?。！？]", re.DOTALL)  # noqa: RUF001 - sentences of other languages
_MARKS_OF_HTML = re.compile(r"[\"<>]")
_SESSIONS = {"bash-session", "console-session", "sh-session", "shell-session", "shellsession", "terminal"}
_SHELLS = _SESSIONS | {
    "",
    "bash",
    "bat",
    "batch",
    "cmd",
    "powershell",
    "ps1",
    "pwsh",
    "sh",
    "shell",
    "text",
    "txt",
    "zsh",
}
_PROMPTS = re.compile(
    r"(?:\(\w+\) )?(?:"
    r"[\w.-]+@[\w.-]+(?::| )[^$#%\s]*[$#%]|\[[\w.-]+@[^\]]+\][$#]"  # ada@host:~$, [ada@host ~]$
    r"|(?:ba|da|k|z)?sh-?[\d.]*[$#%]|/\S* [$#]"  # bash-5.2$, / #
    r"|PS(?: [A-Z]:[^>]*)?>|[A-Z]:\\[^>]*>|>>>|❯|➜)(?= |$)"  # noqa: RUF001 - as others set them
)
_AT_THE_TOP = re.compile(r"[#%>](?= )")
"""Prompts that could be a part of what is printed."""

_MARKS = 'write run="name" behind the language, or skip="The reason."'
_PLAIN = f"write '{PROMPT}' before each command, and '{MORE}' before a line that goes on with it"


def commands(draft: Draft) -> Iterator[Breach]:
    """Yield what is wrong with the commands of a page."""
    yield from of_prose(draft.prose)


def of_prose(prose: Prose) -> Iterator[Breach]:
    """Yield what is wrong with the commands of any text in Markdown."""
    for fence in prose.fences:
        if language(fence.info) == LANGUAGE:
            yield from of_info(fence, prose) if not is_readable(fence.info) else _of_console(console(fence, prose))
        elif language(fence.info) in _SHELLS:
            yield from _elsewhere(fence, prose)


def of_info(fence: Fence, prose: Prose) -> Iterator[Breach]:
    """Yield that Markdown cannot read what the fence of a console says of it."""
    found = console(fence, prose)
    hint = f'write ```{LANGUAGE} run="name" or ```{LANGUAGE} skip="The reason.", with quotes around the value'
    yield Breach(RULE, f"'{fence.info}' cannot be read", fence.info, hint, found.line, found.column)


def _of_console(found: Console) -> Iterator[Breach]:
    for message, hint in _of_options(found):
        yield Breach(RULE, message, "", hint, found.line, found.column)
    asked = False
    for number, line in enumerate(found.lines, found.line + 1):
        message, hint = _of_line(line, asked=asked)
        asked = asked or line.startswith(PROMPT) or bool(message)
        if message:
            yield Breach(RULE, message, "", hint, number, found.indent + 1)
    if not asked:
        yield Breach(RULE, "no command stands in this console", "", _PLAIN, found.line, found.column)


def _of_options(found: Console) -> Iterator[tuple[str, str]]:
    """Yield message and hint for what a fence says of a console, or does not say."""
    said = Counter(key for key, _ in found.options)
    others = said.keys() - {*_OPTIONS}
    for key in sorted(others):
        yield f"there is no option '{key}' of a console", did_you_mean(key, _OPTIONS) or "write run or skip"
    yield from ((f"'{key}' stands twice", "delete one") for key in _OPTIONS if said[key] > 1)
    if {*_OPTIONS} <= said.keys():
        yield "both run and skip stand here", "delete one: what is run needs no reason"
    elif "run" in said:
        yield from _of_name(found.option("run"))
    elif "skip" in said:
        yield from _of_reason(found.option("skip"))
    elif not any(did_you_mean(key, _OPTIONS) for key in others):
        yield "nothing says whether the tests run these commands", _MARKS


def _of_name(name: str) -> Iterator[tuple[str, str]]:
    if not _NAME.fullmatch(name):
        hint = "write lower case letters, digits and hyphens; blocks of one name are run one after another"
        yield (f"'{name}' is no name of a run" if name else "the name of the run is missing"), hint


def _of_reason(reason: str) -> Iterator[tuple[str, str]]:
    if not reason.strip():
        yield "the reason is missing", "write in a sentence why the tests cannot run these commands"
    elif found := _MARKS_OF_HTML.search(reason):
        yield f"'{found[0]}' stands in the reason", "say it without: what stands there is an attribute of HTML"
    elif not (_SENTENCE.fullmatch(reason) and " " in reason):
        yield f"'{reason}' is no sentence", "begin with a capital letter, and end with a full stop: readers see it"


def _of_line(line: str, *, asked: bool) -> tuple[str, str]:
    """Return message and hint for a line of a console that is no command and nothing that one prints."""
    if (line.startswith(PROMPT) and not line.removeprefix(PROMPT).strip()) or line == PROMPT.rstrip():
        return "no command stands behind this prompt", "write one, or delete the line"
    if re.match(r"\$[^\s$]", line):
        return "no space stands behind the prompt", f"write '{PROMPT}{line[1:]}'"
    if line.lstrip().startswith(PROMPT) and not line.startswith(PROMPT):
        return "spaces stand before the prompt", f"write '{line.lstrip()}'"
    if (found := _PROMPTS.match(line)) or (not asked and (found := _AT_THE_TOP.match(line))):
        return f"'{found[0]}' is the prompt of another shell", f"write '{PROMPT}{line[found.end() :].strip()}'"
    if line.strip() and not asked and not line.startswith(PROMPT):
        return "this stands above the first command", _PLAIN
    return "", ""


def _elsewhere(fence: Fence, prose: Prose) -> Iterator[Breach]:
    """Yield that a block of another language holds commands behind prompts, or is called like what it is elsewhere."""
    found = console(fence, prose)
    first = next((line for line in found.lines if line.strip()), "")
    if language(fence.info) in _SESSIONS or first.startswith(PROMPT):
        named = f"'{language(fence.info)}'" if fence.info else "no language"
        message = f"commands behind prompts stand in a block of {named}"
        yield Breach(RULE, message, fence.info, f"write ```{LANGUAGE}, and {_MARKS}", found.line, max(found.column, 1))
