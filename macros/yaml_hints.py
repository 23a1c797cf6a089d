"""What to do about text that is no YAML, for those who did not know that it is YAML."""

_HINTS = {
    ("a tab character", None): "indent with spaces",
    ("cannot start any token", None): "put the text in quotes; indent with spaces, not with tabs",
    ("mapping values are not allowed", False): "put a text that holds ': ' in quotes",
    ("mapping values are not allowed", True): "has the key above ': ' after it, and is this one as far from the left?",
    ("could not find expected ':'", None): "write a key, a colon, a space and a value",
    ("expected key", False): "put the whole text in double quotes",
    ("expected key", True): "is the line as far from the left as the others of its list?",
    ("'-' indicator", None): "is the line as far from the left as the others of its list?",
    ("block sequence entries", None): "begin the list on the next line",
    ("or ']'", None): "close the list with ]",
    ("or '}'", None): "close the braces with }",
    ("end of stream", None): "close the quotes",
}
"""By words of the parser's message, and by whether nothing but a key stands before that place in its line."""


def hint(problem: str, before: str) -> str:
    """Return the hint for what the parser says of a place, with the text before it in its line; empty if none fits."""
    first = ":" not in before
    return next((text for (words, when), text in _HINTS.items() if words in problem and when in {None, first}), "")
