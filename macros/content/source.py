"""The sources of what the course claims: read once, cited by id."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from string import ascii_lowercase
from typing import Any

from pydantic import Field

from macros.content.author import Name
from macros.content.csl import LanguageCode, WorkType
from macros.html.words import gettext
from macros.reading.datafile import Fault, Id, Model, Text, twice
from macros.reading.dates import Day, Year
from macros.reading.letters import in_order

_BRACES = re.compile(r"\{([^{}]*)\}")

FRESH = timedelta(days=365)
"""After this time somebody should read a source again."""


class Source(Model):
    """One work that was read: who wrote it, when, and where it stands; keys and types as in CSL, but for ``says``."""

    id: Id = Field(description="its address in the bibliography, which cells and lessons cite")
    type: WorkType = Field(description="the kind of work, as in CSL")
    title: Text = Field(description="as it stands on the work")
    language: LanguageCode | None = Field(default=None, description="of the title, where it is not the course's")
    author: tuple[Name, ...] = Field(min_length=1, max_length=50, description="people and organisations")
    container_title: Text | None = Field(default=None, alias="container-title", description="the whole it is part of")
    collection_title: Text | None = Field(default=None, alias="collection-title", description="the series it is in")
    edition: Text | None = Field(default=None, description="of a book, such as 2nd")
    version: Text | None = Field(default=None, description="of software or a standard")
    volume: Text | None = Field(default=None, description="of a journal")
    issue: Text | None = Field(default=None, description="the number within the volume of a journal")
    number: Text | None = Field(default=None, description="the number of a report or a standard")
    page: Text | None = Field(default=None, description="pages, such as 101-113")
    publisher: Text | None = Field(default=None, description="of a book or a report")
    publisher_place: Text | None = Field(default=None, alias="publisher-place", description="where the publisher is")
    ISBN: Text | None = Field(default=None, description="of a book")
    issued: Year = Field(description="the year of the version that was read")
    URL: str | None = Field(
        default=None,
        pattern=r"^https://[^\s<>\"]+$",
        max_length=300,
        description="where it can be read; beside a DOI it may be left out, and is not shown",
    )
    DOI: str | None = Field(
        default=None,
        pattern=r"^10\.[0-9]{4,9}/\S+$",
        max_length=100,
        description="the address that is shown, where there is one",
    )
    accessed: Day = Field(description="the day on which somebody read it")
    says: Text = Field(description="what we take from it, in our own words, with its conditions")

    @property
    def address(self) -> str:
        """Return the address that stays: the DOI's where there is one."""
        return f"https://doi.org/{self.DOI}" if self.DOI else str(self.URL)

    @property
    def details(self) -> str:
        """Return what tells where a work stands, as the bibliography shows it; empty for a page by itself."""
        edition = self.edition
        if edition and "edition" not in edition:
            edition = gettext("%(edition)s edition", edition=edition)
        parts = (
            self.container_title,
            self.collection_title,
            edition,
            gettext("version %(version)s", version=self.version) if self.version else None,
            ": ".join(filter(None, (self.publisher_place, self.publisher))),
            self.number,
            f"{self.volume or ''}({self.issue})" if self.issue else self.volume,
            self.page,
            f"ISBN {self.ISBN}" if self.ISBN else None,
        )
        return ", ".join(filter(None, parts))

    @property
    def short(self) -> str:
        """Return author and year."""
        told, others = self.author[0].short, self.author[1:]
        if len(others) == 1:
            told = gettext("%(author)s and %(other)s", author=told, other=others[0].short)
        elif others:
            told = gettext("%(author)s et al.", author=told)
        return f"{told} {self.issued}"

    def is_stale(self, day: date) -> bool:
        """Tell whether nobody has read the source for a year before this day."""
        return day - self.accessed > FRESH

    def csl(self) -> dict[str, Any]:
        """Return the source as an item of CSL-JSON, which citation tools read; its address is the one that stays."""
        fields = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        fields["note"] = fields.pop("says")
        fields["URL"] = self.address
        fields["issued"] = {"date-parts": [[self.issued]]}
        fields["accessed"] = {"date-parts": [[self.accessed.year, self.accessed.month, self.accessed.day]]}
        return fields


class Sources(Model):
    """All sources."""

    sources: tuple[Source, ...] = Field(max_length=500, description="in the order of their ids")

    def faults(self) -> Iterator[Fault]:
        """Yield ids that stand twice, sources that cannot be found, and authors without a name."""
        yield from twice("sources", [source.id for source in self.sources])
        for index, source in enumerate(self.sources):
            if not (source.URL or source.DOI):
                hint = "add 'URL: https://…', or 'DOI: 10.…', or both"
                yield ("sources", index), "has neither URL nor DOI", hint
            if source.title != (plain := _BRACES.sub(r"\1", source.title)):
                yield ("sources", index, "title"), "has the braces of BibTeX", f"write '{plain}'"
            for number, name in enumerate(source.author):
                if name.is_unclear():
                    hint = "write {family: …, given: …} for a person, {literal: …} for an organisation"
                    yield ("sources", index, "author", number), "must be a person or an organisation", hint

    @cached_property
    def by_author(self) -> list[Source]:
        """Return the sources in the order of the bibliography."""
        return sorted(self.sources, key=lambda source: (*in_order(source.short), source.id))

    @cached_property
    def letters(self) -> dict[str, str]:
        """Return, by its id, the letter after the year of each source that shares author and year with another."""
        found: dict[str, str] = {}
        for _, same in groupby(self.by_author, attrgetter("short")):
            ids = [source.id for source in same]
            found |= {id_: ascii_lowercase[n % 26] * (n // 26 + 1) if ids[1:] else "" for n, id_ in enumerate(ids)}
        return found

    @property
    def labels(self) -> dict[str, str]:
        """Return, by its id, how a citation shows each source: author, year, and the letter if it has one."""
        return {source.id: source.short + self.letters[source.id] for source in self.sources}

    def ids(self) -> set[str]:
        """Return the ids that can be cited."""
        return {source.id for source in self.sources}
