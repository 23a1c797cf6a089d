"""How wide a label may be: an upper bound over the fonts that readers have."""

from math import fsum

FONT_SIZE = 15
LINE_HEIGHT = 20

_LAST_LATIN = "\u024f"
_WIDE = "mwMWQO@%&—#+<=>^~©®¬±\u00d7÷¼½¾ÆæŒœŴŵĦŉƠǢǣǼǽ"
_NARROW = "fijlrtI.,:;!|()[]'-/ "


def width(text: str) -> float:
    """Return the width in pixels that a text does not exceed.

    The steps are advance widths of DejaVu Sans, the widest of the usual system fonts;
    what is not Latin counts as the widest letter of the Cyrillic script.
    """
    return FONT_SIZE * fsum(map(_em, text))


def wrap(text: str, limit: float) -> tuple[str, ...]:
    """Return the text in lines of at most limit pixels; a single word may be longer."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _em(character: str) -> float:
    if character in _WIDE:
        return 0.99
    if character in _NARROW:
        return 0.41
    if character > _LAST_LATIN:
        return 1.1
    return 0.78 if character.isupper() else 0.64
