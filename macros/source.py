"""The sources of what the course claims: read once, cited by id, listed in the bibliography."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from macros.datafile import Fault, Id, Model, Text, twice
from macros.markup import render


class Source(Model):
    """One work that was read: who wrote it, when, and where it stands; keys as in CSL."""

    id: Id
    title: Text
    author: Text = Field(description="people, or the organisation that publishes it")
    container_title: Text | None = Field(default=None, alias="container-title")
    issued: int = Field(ge=1950, le=date.max.year, description="year")
    URL: str = Field(pattern=r"^https://[^\s<>\"]+$")
    DOI: str | None = Field(default=None, pattern=r"^10\.\d{4,9}/\S+$")
    accessed: Annotated[date, Field(strict=False, description="the day on which somebody read it")]
    says: Text = Field(description="what we take from it, in our own words, with its conditions")

    @property
    def address(self) -> str:
        """Return the address that stays: the DOI's where there is one."""
        return f"https://doi.org/{self.DOI}" if self.DOI else self.URL


class Sources(Model):
    """All sources, in the order of their ids."""

    sources: tuple[Source, ...]

    def faults(self) -> Iterator[Fault]:
        """Yield ids that stand twice."""
        return twice("sources", [source.id for source in self.sources])

    def ids(self) -> set[str]:
        """Return the ids that can be cited."""
        return {source.id for source in self.sources}


def citations(sources: Sources, ids: tuple[str, ...], page: str) -> str:
    """Return links to the bibliography, ``page``, for these sources."""
    cited = [source for source in sources.sources if source.id in ids]
    return render("citations.html.j2", sources=cited, page=page)


def bibliography(sources: Sources) -> str:
    """Return the list of all sources, each with an anchor."""
    by_author = sorted(sources.sources, key=lambda source: (source.author.lower(), source.issued, source.id))
    return render("bibliography.html.j2", sources=by_author)
