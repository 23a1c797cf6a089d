"""The palette: the colours that the stylesheet has for day, night and paper, and the tones that a course makes of them.

A tone is a name of the course's own for one of these colours, such as ``oven`` for red.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field, WithJsonSchema

from macros.reading.datafile import Fault, Id
from macros.reading.positions import Loc
from macros.reading.problem import did_you_mean

Colour = Literal["plain", "red", "amber", "sand", "teal", "blue", "green", "plum", "steel"]
COLOURS: tuple[str, ...] = get_args(Colour)

Hue = Literal["red", "amber", "teal", "blue", "green"]
"""Those that tell subjects apart in charts."""

SHARED = "shared"
"""How a group is outlined that several others use; no tone has this name."""

Tone = Annotated[
    Id,
    WithJsonSchema(
        {"anyOf": [{"enum": [*COLOURS, SHARED]}, {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}]}
    ),
]
"""One of these colours, or a tone of the course."""

_LONGEST_LIST = 250
"""Characters of tones that a hint lists."""

Tones = Annotated[dict[Id, Colour], Field(max_length=40)]


def tone_faults(tones: Mapping[str, str]) -> Iterator[Fault]:
    """Yield tones of a course that have the name of a colour."""
    for name in tones:
        if name in (*COLOURS, SHARED):
            yield ("tones", name), f"'{name}' is a name of the palette's own", "choose another name"


def same_hue(subjects: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Yield subjects, each an id with its hue, that share one while another is left."""
    first, used = dict[str, str](), dict(subjects)
    free = [hue for hue in get_args(Hue) if hue not in used.values()]
    for index, (id_, hue) in enumerate(used.items()):
        if free and (other := first.setdefault(hue, id_)) != id_:
            yield ("subjects", index, "tone"), f"'{other}' is {hue} already", f"choose one of {', '.join(free)}"


def tone_unknown(loc: Loc, tone: str, tones: Mapping[str, str], *, of_group: bool) -> Iterator[Fault]:
    """Yield a tone that is neither a colour nor one of the course's; only a group can be shared."""
    known = [*tones, *COLOURS, *([SHARED] if of_group else ())]
    if tone not in known:
        listed = f"choose one of {', '.join(known)}"
        near = [did_you_mean(tone, known), listed if len(listed) <= _LONGEST_LIST else ""]
        hint = " ".join([*filter(None, near), f"or add '{tone}' to 'tones:' in docs/data/course.yml"])
        yield loc, f"there is no tone '{tone}'", hint
