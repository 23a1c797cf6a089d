"""What the benchmark prints: a table of figures, the ratios between sites, and which goals they meet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A figure that was measured, and its limit."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Tell whether the goal is met."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def table(rows: Mapping[str, Sequence[float | None]], columns: Sequence[str]) -> str:
    """Return figures as text: a row for each name, a column for each site."""
    lines = [["", *columns], *([name, *map(_figure, values)] for name, values in rows.items())]
    first, *others = (max(map(len, column)) for column in zip(*lines, strict=True))
    return "\n".join(
        "  ".join([name.ljust(first), *(text.rjust(width) for text, width in zip(texts, others, strict=True))])
        for name, *texts in lines
    )


def ratios(rows: Mapping[str, Sequence[float]]) -> dict[str, Sequence[float | None]]:
    """Return each figure of the first site as a ratio to that of each other site; None where that has nothing."""
    return {name: [values[0] / other if other else None for other in values[1:]] for name, values in rows.items()}


def goals(found: Iterable[Goal]) -> str:
    """Return one line for each goal, with what was measured."""
    lines = []
    for goal in found:
        said, sign = "met" if goal.met else "MISSED", "at least" if goal.at_least else "at most"
        lines.append(f"{said:6}  {goal.name}: {goal.value:.4g}, {sign} {goal.limit:g}")
    return "\n".join(lines)


def _figure(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value == round(value) or value >= 100 else f"{value:,.3f}"
