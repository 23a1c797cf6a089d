"""Numbers in the attributes of a pictogram: in the form that shapes need, and none that a drawing cannot hold."""

import re
from collections.abc import Iterator

MOST_NUMBER = 2000
"""In pixels: twice the side of the largest pictogram."""

MOST_LETTERS = 2000
MOST_SCALE = 10
"""In each step of a transform: within the levels that groups may have, they cannot get beyond what a drawing holds."""

_LENGTH = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
NUMBER = rf"[-+]?{_LENGTH}"
_POINT = rf"{NUMBER}[\s,]+{NUMBER}"
_MOVE = rf"(?:translate|rotate)\(\s*{NUMBER}(?:[\s,]+{NUMBER}){{0,2}}\s*\)"
_SCALE = rf"scale\(\s*({NUMBER})(?:[\s,]+({NUMBER}))?\s*\)"
_STEP = rf"(?:{_MOVE}|{_SCALE})"

_FORMS = {
    **dict.fromkeys(("width", "height", "rx", "ry", "r"), (_LENGTH, "a number of pixels, at least 0")),
    **dict.fromkeys(("x", "y", "cx", "cy", "x1", "y1", "x2", "y2"), (NUMBER, "a number of pixels")),
    "points": (rf"\s*{_POINT}(?:[\s,]+{_POINT})+\s*", "two or more points, such as '0 0 10 10'"),
    "d": (r"\s*[Mm][MmLlHhVvCcSsQqTtAaZz0-9.,+\-\s]*", "a path, such as 'M0 0L10 10'"),
    "transform": (rf"\s*{_STEP}(?:\s*{_STEP}){{0,2}}\s*", "one to three of translate(), rotate() and scale()"),
}
_PATTERNS = {name: re.compile(pattern) for name, (pattern, _) in _FORMS.items()}
_ALL_NUMBERS, _ALL_SCALES = re.compile(NUMBER), re.compile(_SCALE)

ATTRIBUTES = frozenset(_FORMS)
"""Those that hold numbers."""


def faults(name: str, text: str) -> Iterator[str]:
    """Yield what is wrong with the numbers in one of these attributes."""
    if len(text) > MOST_LETTERS:
        yield f"the attribute '{name}' has more than {MOST_LETTERS:,} characters"
    elif not _PATTERNS[name].fullmatch(text):
        yield f"the attribute '{name}' must be {_FORMS[name][1]}"
    elif any(abs(float(number)) > MOST_NUMBER for number in _ALL_NUMBERS.findall(text)):
        yield f"the attribute '{name}' holds a number beyond {MOST_NUMBER:,}"
    elif any(abs(float(one)) > MOST_SCALE for pair in _ALL_SCALES.findall(text) for one in pair if one):
        yield f"the attribute '{name}' scales by more than {MOST_SCALE}"
