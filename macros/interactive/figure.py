"""A picture to operate as it stands in a page: controls, what is drawn for each setting, and the same in words."""

from dataclasses import dataclass

from macros.content.card import Licence
from macros.content.measurement import Figure
from macros.html.markup import Cite, render
from macros.html.words import gettext, later, translated
from macros.interactive.interactive import Interactive
from macros.interactive.kind import Kind, Material

_WORDS = {
    "reset": later("The settings are as they were at first."),
    "saved": later("SVG as it is set"),
}
"""What the script that all kinds share says."""


@dataclass(frozen=True)
class Around:
    """What a page says of a picture: the way to the root of the site, its licence, and links to sources."""

    root: str
    licence: Licence | None
    cite: Cite
    cited: str = ""
    compared: str = ""
    """The page of the comparison, which shows each figure."""
    anchored: bool = True
    """Whether links can lead to it: the same one twice on a page has one anchor."""


def path(name: str) -> str:
    """Return where a picture is published as a drawing, without an ending."""
    return f"diagrams/interactive/{name}"


def figure(found: Interactive, name: str, material: Material, around: Around) -> str:
    """Return the figure; without a script it shows what each setting does."""
    kind = found.kind
    shown = kind.shown(material)
    drawn = kind.drawing(found.title, material) is not None
    values = {"kind": kind.name, "words": translated(_WORDS), "path": around.root + path(name) if drawn else ""}
    told = {"figures": _figures(kind, material), "runs": _runs(kind, material)}
    return render("interactive.html.j2", found=found, name=name, **values, **told, **vars(around), **shown)


def _figures(kind: Kind, material: Material) -> list[Figure]:
    """Return each figure that is to be told below a picture, once, in the order of the file."""
    named = dict.fromkeys(name for _, what, name in kind.named() if what == "figure")
    return [] if kind.tells_figures else [material.figures[name] for name in named]


def _runs(kind: Kind, material: Material) -> str:
    """Return what is said of all amounts that this course measured itself, or nothing."""
    found = material.measurements
    if not found or all(what != "way" for _, what, _ in kind.named()):
        return ""
    return gettext("%(run)s: medians of %(count)d measurements each.", run=found.labels[0], count=found.runs[0]["runs"])
