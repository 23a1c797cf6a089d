"""Citations and the bibliography: links to the sources, and the list of them all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from macros.content.source import Sources
from macros.html.markup import render


@dataclass(frozen=True)
class Use:
    """Where a source is cited: a cell or a page, by its name and its address from the bibliography."""

    name: str
    address: str


def citations(sources: Sources, ids: Iterable[str], page: str) -> str:
    """Return links to the bibliography, ``page``, for these sources; nothing for none."""
    wanted = {*ids}
    cited = [source for source in sources.sources if source.id in wanted]
    labels = {source.id: source.short + sources.letters[source.id] for source in cited}
    return render("citations.html.j2", sources=cited, labels=labels, page=page) if cited else ""


def numbered(sources: Sources, numbers: Mapping[str, int], anchor: str, page: str) -> str:
    """Return links to the bibliography, ``page``, by the numbers of these sources, at a place with this anchor."""
    cited = [(source, numbers[source.id]) for source in sources.sources if source.id in numbers]
    cited.sort(key=itemgetter(1))
    return render("numbers.html.j2", sources=cited, labels=sources.labels, anchor=anchor, page=page)


def bibliography(sources: Sources, uses: Mapping[str, list[Use]]) -> str:
    """Return the list of all sources, each with an anchor and with links to where it is used."""
    return render("bibliography.html.j2", sources=sources.by_author, letters=sources.letters, uses=uses)
