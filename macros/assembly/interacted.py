"""What pictures to operate are made of, and what they say of other files: names that do not exist, unlike amounts."""

from collections.abc import Iterator, Mapping

from macros.assembly.files import Files
from macros.assembly.measured import figures_of
from macros.content.comparison import Comparison
from macros.content.runs import Measurements
from macros.content.source import Sources
from macros.diagram.diagram import Diagram
from macros.diagram.pictures import Pictogram
from macros.interactive.kind import Material
from macros.reading.datafile import unknown
from macros.reading.problem import Problem


def made_of(
    comparison: Comparison | None,
    measurements: Measurements | None,
    sources: Sources | None,
    diagrams: Mapping[str, Diagram],
    pictograms: Mapping[str, Pictogram],
) -> Material:
    """Return what pictures are made of."""
    dimensions = {"dimensions": comparison.dimensions} if comparison and comparison.dimensions else {}
    figures, labels = figures_of(comparison), sources.labels if sources else {}
    return Material(
        figures, **dimensions, measurements=measurements, diagrams=diagrams, pictograms=pictograms, labels=labels
    )


def problems(files: Files) -> Iterator[Problem]:
    """Yield every name that does not exist, and then what is wrong with what is named; not while that is faulty."""
    material = _of(files)
    for file in files.interactives.values():
        kind = file.model.kind
        named = [*kind.named()]
        if any(_is_hidden(files, what) for _, what, _ in named):
            continue
        faulty = _faulty(files)
        told = [one for loc, what, name in named for one in unknown(loc, what, name, material.known(what) | faulty)]
        unsure = files.comparison and files.comparison.model.dimensions is None
        if not told and not unsure and not faulty & {name for _, _, name in named}:
            told = [*kind.gaps(material)]
        yield from (file.marks.problem((kind.name, *loc), message, hint) for loc, message, hint in told)


def _of(files: Files) -> Material:
    return made_of(
        files.comparison.model if files.comparison else None,
        files.measurements.model if files.measurements else None,
        files.sources.model if files.sources else None,
        {name: file.model for name, file in files.diagrams.items()},
        files.pictograms,
    )


def _is_hidden(files: Files, kind: str) -> bool:
    """Tell whether what stands behind these names cannot be known, since its file is faulty."""
    file = {"figure": "comparison", "way": "measurements"}.get(kind)
    return bool(file and files.has(file) and getattr(files, file) is None)


def _faulty(files: Files) -> set[str]:
    """Return the names of what is there and cannot be used; that is told already."""
    return files.faulty("docs/data/diagrams")
