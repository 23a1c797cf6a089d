"""Amounts: each that a text names is that of a figure, which has a source and conditions, or a declared example."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from macros.assembly.files import Files
from macros.content.measurement import Figure
from macros.content.number import in_digits
from macros.content.units import Units, all_dimensions, dimension_of
from macros.html.words import language, languages
from macros.pages.speech import speech
from macros.reading.positions import Loc, Marked
from macros.reading.problem import Problem

_MOST_NAMED = 3


def problems(files: Files) -> Iterator[Problem]:
    """Yield every amount on the pages, in the comparison and in the diagrams that no figure has."""
    if files.legible.figures is None or not files.card or files.language.value not in languages():
        return
    dimensions = all_dimensions(files.card.model.dimensions)
    known = _Known(files.legible.figures, dimensions, files.language.value)
    for page in files.pages:
        written = files.written[page.path]
        for line, words in enumerate(written.prose.plain.split("\n"), written.first_line):
            for column, amount, hint in known.faults(words):
                if amount not in page.front_matter.examples:
                    more = f"{hint}; or say in the front matter that it is made up: examples: [{_in_a_list(amount)}]"
                    yield Problem(page.path, line, column, "", f"no figure says '{amount}'", more)
    for marks, loc, words in chain(_of_comparison(files), _of_diagrams(files), _of_interactives(files)):
        for _, amount, hint in known.faults(words):
            yield marks.problem(loc, f"no figure says '{amount}'", hint)


def _of_comparison(files: Files) -> Iterator[tuple[Marked, Loc, str]]:
    """Yield the texts of the comparison with their places."""
    if not (file := files.comparison):
        return
    for index, row in enumerate(file.model.rows):
        yield file.marks, ("rows", index, "explanation"), row.explanation
    for loc, cell in file.model.cells():
        yield file.marks, (*loc, "answer"), cell.answer
        yield file.marks, (*loc, "exception"), cell.exception or ""


def _of_diagrams(files: Files) -> Iterator[tuple[Marked, Loc, str]]:
    """Yield the texts of the diagrams with their places."""
    for diagram in files.diagrams.values():
        yield diagram.marks, ("desc",), diagram.model.desc
        yield diagram.marks, ("caption",), diagram.model.caption or ""
        for index, step in enumerate(diagram.model.steps):
            yield diagram.marks, ("steps", index, "step"), step.step


def _of_interactives(files: Files) -> Iterator[tuple[Marked, Loc, str]]:
    """Yield the texts of the pictures to operate with their places."""
    for picture in files.interactives.values():
        yield picture.marks, ("desc",), picture.model.desc
        yield picture.marks, ("caption",), picture.model.caption


class _Known:
    """The amounts that figures have, as the language of the course writes them."""

    def __init__(self, figures: Sequence[Figure], dimensions: Mapping[str, Units], code: str) -> None:
        self._figures = figures
        self._spoken = language(code)
        self._counted = speech(code).counted
        named = {figure.unit for figure in figures if re.fullmatch(r"\w+", figure.unit)}
        units = named.union(*dimensions.values())
        self._units = {unit for unit in units if self._measures(unit, dimensions)}

    def faults(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield column, words and hint of each amount in a text that is not that of a figure."""
        for match in self._amount.finditer(text):
            value, unit = match[1], match[2]
            english = self._spoken.in_english(value).replace(",", "")
            if not any(_says(figure, value, english, unit) for figure in self._figures):
                yield match.start() + 1, match[0], self._hint(float(english), unit)

    def _measures(self, unit: str, dimensions: Mapping[str, Units]) -> bool:
        """Tell whether a unit measures: what a word such as people counts in a sentence need not be a figure.

        A word into which other units are converted measures, too.
        """
        return (
            not re.fullmatch(self._counted, unit) or len(dimensions.get(dimension_of(unit, dimensions) or "", ())) > 1
        )

    @cached_property
    def _amount(self) -> re.Pattern[str]:
        thousands, point = (re.escape(self._spoken.numeral(mark)) for mark in ",.")
        digits = rf"(?<![\w.,-])(\d[\d{thousands}]*(?:{point}\d+)?)"
        return re.compile(rf"{digits} ({'|'.join(map(re.escape, sorted(self._units, key=len, reverse=True)))})(?!\w)")

    def _hint(self, value: float, unit: str) -> str:
        near = sorted((one for one in self._figures if one.unit == unit), key=lambda one: abs(one.value - value))
        named = [f"{one.id} ({self._spoken.numeral(in_digits(one.value))} {one.unit})" for one in near[:_MOST_NAMED]]
        return f"name the amount of a figure, such as {', '.join(named)}" if named else "add a figure to the comparison"


def _in_a_list(amount: str) -> str:
    """Return an amount as it stands in a list of YAML, where a comma ends what has no quotes."""
    return f'"{amount}"' if "," in amount else amount


def _says(figure: Figure, value: str, english: str, unit: str) -> bool:
    """Tell whether a figure has an amount, rounded as it is written, or names it in its conditions."""
    rounded = round(figure.value, len(english.partition(".")[2]))
    if figure.unit == unit and rounded == float(english):
        return True
    return bool(
        re.search(rf"(?<![\d.,]){re.escape(value)}\s?{re.escape(unit)}(?!\w)", f"{figure.measured} {figure.conditions}")
    )
