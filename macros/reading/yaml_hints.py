"""What to do about text that is no YAML, or is not what it seems, for those who did not know that it is YAML."""

import re

from yaml import Mark, MarkedYAMLError
from yaml.events import ScalarEvent

_DASH = "does the line begin with '- ' where it should, and is it as far from the left as the others of its list?"
_TEXT = "put the whole text in double quotes"
_HINTS = {
    ("a tab character", None): "indent with spaces",
    ("cannot start any token", None): "put the text in quotes",
    ("mapping values are not allowed", False): "put a text that holds ': ' in quotes",
    ("mapping values are not allowed", True): "has the key above ': ' after it, and is this one as far from the left?",
    ("could not find expected ':'", None): (
        "write a key, a colon, a space and a value; the rest of a text stands further to the right than its key"
    ),
    ("expected key", False): _TEXT,
    ("expected key", True): _DASH,
    ("'-' indicator", None): _DASH,
    ("<document start>", None): _DASH,
    ("block sequence entries", None): "begin a list on the next line; put a text that begins with '-' in quotes",
    ("or ']'", None): "close the list with ]",
    ("or '}'", None): "write a comma between two keys, and close the braces with }",
    ("end of stream", None): 'close the quotes; a quote within is written \\"',
    ("alphabetic or numeric", None): _TEXT,
    ("comment or line break", None): "put the text in quotes, or begin it on the next line",
}
"""By words of the parser's message, and by whether nothing but a key stands before that place in its line."""

_LINES = {
    r"\s*@\w+\s*\{": "this is BibTeX: write the fields of CSL, as CONTRIBUTING.md shows",
    r"[ -]*\u00a0": "a space of this line is one that does not break, as web pages have them: type the spaces again",
    r"[^:]*\uff1a": "write ':' in place of '\uff1a'",
    r"\s*[*+\u2013\u2014\u2022\u00b7]\s": "begin each item of a list with a hyphen and a space: '- '",
    r"\s*\t": "indent with spaces, not with tabs",
}
"""What a line looks like that was not written as YAML, and what to do about it."""

_OPENED = ("while scanning a quoted scalar", "while scanning a simple key")
"""Where the parser names the place at which it has come to its end, and the author's mistake is where it began."""

_CURLY = "“”„«»\u2018\u2019\u201a"
_EMPTY_LIST = re.compile(r":\s*\[\s*\]\s*(?:#.*)?$")
_TAKEN_FOR_A_COMMENT = re.compile(r" #")


def fault(error: MarkedYAMLError, lines: list[str], quoted: ScalarEvent | None) -> tuple[Mark, str, str]:
    """Return where a text is no YAML, what is wrong, and a hint; quoted is the last text in quotes of several lines."""
    mark, problem = error.problem_mark or error.context_mark, str(error.problem or error.context)
    if quoted and quoted.end_mark.line == mark.line:
        message = "is not YAML: the quotes that open here close too late"
        return quoted.start_mark, message, 'close them; a quote within a text is written \\"'
    if error.context in _OPENED and error.context_mark:
        mark = error.context_mark
    line, above = ["", *lines, ""][mark.line + 1], ["", *lines][mark.line]
    return mark, f"is not YAML: {problem}", _hint(problem, line, above, line[: mark.column])


def slip(event: ScalarEvent, lines: list[str]) -> tuple[str, str] | None:
    """Return what YAML makes of a text without quotes that its author did not mean, and a hint; nothing if all is well.

    Two spaces before ``#`` tell that a comment is meant.
    """
    if event.value[:1] in {*_CURLY}:
        return "begins with a curly quote, which YAML takes for a letter", 'write straight quotes around it: "…"'
    rest = "".join(lines[event.end_mark.line :][:1])[event.end_mark.column :]
    if _TAKEN_FOR_A_COMMENT.match(rest):
        return f"what follows '{event.value[-20:]}' is a comment, and is not read", (
            "put the text in double quotes, or write two spaces before the comment"
        )
    return None


def _hint(problem: str, line: str, above: str, before: str) -> str:
    """Return the hint for what the parser says of a place in a line; empty if none fits."""
    if hint := next((hint for look, hint in _LINES.items() for one in (line, above) if re.match(look, one)), ""):
        return hint
    if not before.strip() and line.lstrip().startswith("{"):
        return "write '- ' before the brace: so each item of a list begins"
    if line.lstrip().startswith("-") and _EMPTY_LIST.search(above):
        return "take the [] above away: what is listed stands below its key"
    first = ":" not in before
    if first and any(re.match(r"\s*-[^\s-]", one) for one in (line, above)):
        return "write a space after the hyphen that begins an item: '- '"
    return next((text for (words, when), text in _HINTS.items() if words in problem and when in {None, first}), "")
