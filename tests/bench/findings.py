"""What was found out for readers: the tables, and the goals that this site has set itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.lighthouse import CATEGORIES, FIGURES, Verdict
from tests.bench.report import Goal, goals, ratios, table
from tests.bench.weight import KINDS, Weight

OURS, MATERIAL, STARLIGHT, BY_HAND = "this site", "stock Material", "Starlight", "by hand"


@dataclass(frozen=True)
class Found:
    """All measurements of one run, by the names of the sites and by the paths of our pages."""

    weights: dict[str, Weight]
    verdicts: dict[str, Verdict]
    pages: dict[str, Verdict]
    grown: float
    lesson: str
    """The address of the lesson on which the verdicts are."""

    def rows(self) -> dict[str, list[float]]:
        """Return the figures of which less is better, each for all sites."""
        weights = self.weights.values()
        found = {
            "requests": [one.requests for one in weights],
            "... to other hosts": [one.elsewhere for one in weights],
            **{f"bytes: {kind}": [one.bytes[kind] for one in weights] for kind in KINDS},
            "bytes: all": [one.total for one in weights],
            "DOM nodes": [one.nodes for one in weights],
        }
        for name in FIGURES:
            unit = "" if name == "CLS" else ", ms"
            found[f"{name}{unit}"] = [one.figures[name] for one in self.verdicts.values()]
        return found

    def goals(self) -> Iterator[Goal]:
        """Yield what this site wants to reach."""
        mine = self.weights[OURS].total
        lcp = {name: one.figures["LCP"] for name, one in self.verdicts.items()}
        yield Goal("bytes / Starlight", mine / self.weights[STARLIGHT].total, 0.5)
        yield Goal("bytes / stock Material without its fonts", mine / self.weights[MATERIAL].total, 0.2)
        yield Goal("LCP / by hand", lcp[OURS] / lcp[BY_HAND], 1.15)
        yield Goal("bytes of a lesson among 1,000 / among 5", self.grown, 1.5)
        for name in CATEGORIES:
            lowest = min(one.scores[name] for one in self.pages.values())
            yield Goal(f"Lighthouse, {name}: lowest of all pages", lowest, 100, at_least=True)


def show(found: Found) -> list[Goal]:
    """Print all that was found, and return the goals."""
    rows, sites = found.rows(), list(found.weights)
    scores = {name: [one.scores[name] for one in found.verdicts.values()] for name in CATEGORIES}
    print(f"\nThe mean of all lessons, then Lighthouse on {found.lesson}")
    print(table({**rows, **scores}, sites))
    print("\nThis site, as a ratio to each other")
    print(table(ratios(rows), [f"/ {name}" for name in sites[1:]]))
    print("\nLighthouse on every page of this site: once, or the median of three where a score is below 100")
    print(table({path or "(home)": list(one.scores.values()) for path, one in found.pages.items()}, CATEGORIES))
    for path, one in found.pages.items():
        if one.failed:
            print(f"{path or '(home)'}: {', '.join(one.failed)}")
    wanted = list(found.goals())
    print(f"\n{goals(wanted)}", flush=True)
    return wanted
