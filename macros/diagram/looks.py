"""The looks of a picture that is taken along: as the reader's system, for dark slides, and without a ground.

All are made of one SVG, which holds the colours of both schemes: a picture is drawn once, whatever its looks. One that
is the same on every system has them as attributes, which more programs understand than stylesheets, and which no
Content-Security-Policy has to name.
"""

import re

LOOKS = ("", "-dark", "-transparent")
"""What stands behind the name of a picture in each of its looks."""

PNG, SVG = ".png", ".svg"

GROUND = "ground"
"""The id of what lies behind a drawing."""

BY_NIGHT = "@media (prefers-color-scheme:dark){"
"""What stands before the colours of the night, which end the stylesheet of a drawing."""

_STYLE = re.compile(rf"<style>(.*?){re.escape(BY_NIGHT)}(.*?)}}</style>", re.DOTALL)
_RULE = re.compile(r"\.(\w+){([^}]*)}")
_CLASS = re.compile(r' class="(\w+)"')
_GROUND = re.compile(rf'<rect id="{GROUND}"[^>]*/>')


def files(path: str) -> tuple[str, ...]:
    """Return the paths of all files of a picture, given that without an ending."""
    return (f"{path}{PNG}", *(f"{path}{look}{SVG}" for look in LOOKS))


def light(text: str) -> str:
    """Return an SVG in the colours of the day, whatever the reader's system is."""
    return _plain(text, by_night=False)


def dark(text: str) -> str:
    """Return an SVG in the colours of the night, whatever the reader's system is."""
    return _plain(text, by_night=True)


def transparent(text: str) -> str:
    """Return an SVG in the colours of the day, without its ground."""
    return _GROUND.sub("", light(text))


def _plain(text: str, *, by_night: bool) -> str:
    """Return an SVG without a stylesheet: what that says of each class stands with the elements that have it."""
    found = _STYLE.search(text)
    day, night = found.groups() if found else ("", "")
    styles = {name: _declared(css) for name, css in _RULE.findall(day)}
    for name, css in _RULE.findall(night) if by_night else ():
        styles[name] |= _declared(css)
    plain = {name: "".join(f' {key}="{value}"' for key, value in style.items()) for name, style in styles.items()}
    return _CLASS.sub(lambda match: plain[match[1]], _STYLE.sub("", text))


def _declared(css: str) -> dict[str, str]:
    pairs = (declaration.split(":", 1) for declaration in css.split(";"))
    return {name: value.replace('"', "'") for name, value in pairs}
