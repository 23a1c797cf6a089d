"""The looks of a picture that is taken along: as the reader's system, for dark slides, and without a ground.

All are made of one SVG, which holds the colours of both schemes: a picture is drawn once, whatever its looks.
"""

import re

LOOKS = ("", "-dark", "-transparent")
"""What stands behind the name of a picture in each of its looks."""

PNG, SVG = ".png", ".svg"

GROUND = "ground"
"""The id of what lies behind a drawing."""

BY_NIGHT = "@media (prefers-color-scheme:dark){"
"""What stands before the colours of the night, which end the stylesheet of a drawing."""

_NIGHT = re.compile(rf"{re.escape(BY_NIGHT)}(.*?)}}</style>", re.DOTALL)
_GROUND = re.compile(rf'<rect id="{GROUND}"[^>]*/>')


def files(path: str) -> tuple[str, ...]:
    """Return the paths of all files of a picture, given that without an ending."""
    return (f"{path}{PNG}", *(f"{path}{look}{SVG}" for look in LOOKS))


def dark(text: str) -> str:
    """Return an SVG that is dark, whatever the reader's system is."""
    return _NIGHT.sub(r"\1</style>", text)


def transparent(text: str) -> str:
    """Return an SVG that is light, whatever the reader's system is, and has no ground."""
    return _GROUND.sub("", _NIGHT.sub("</style>", text))
