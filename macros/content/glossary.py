"""The words that the lessons explain, each in one sentence, with the lesson that introduces it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from pydantic import Field

from macros.html.markup import Cite, render
from macros.pages.page import Page
from macros.pages.sections import section
from macros.pages.speech import Speech, speech
from macros.pages.terms import Terms
from macros.reading.datafile import Fault, Id, Model, Text, twice
from macros.reading.letters import in_order


@dataclass(frozen=True)
class Explained:
    """Where a word is explained: the page, and the words that stand there in bold."""

    page: Page
    bold: str

    @property
    def address(self) -> str:
        """Return the address of the section, relative to the site's root."""
        anchor = section(self.page, f"**{self.bold}**")
        return f"{self.page.url}#{anchor}" if anchor else self.page.url


class Term(Model):
    """One word of the field."""

    id: Id = Field(description="its address in the glossary, to which pages can link")
    term: Text = Field(description="as it stands in a sentence: lower case, unless it is a name")
    also: tuple[Text, ...] = Field(
        default=(), max_length=10, description="other forms: a plural, an abbreviation, another name"
    )
    meaning: Text = Field(description="what it is, in one or two sentences")
    sources: tuple[Id, ...] = Field(default=(), max_length=10, description="where it is defined")

    @property
    def forms(self) -> tuple[str, ...]:
        """Return all forms of the word that the glossary names."""
        return (self.term, *self.also)


class Glossary(Model):
    """All words."""

    terms: tuple[Term, ...] = Field(max_length=300, description="in any order: the page sorts them")

    def faults(self) -> Iterator[Fault]:
        """Yield ids that stand twice, and words that are explained twice."""
        yield from twice("terms", [term.id for term in self.terms])
        known: set[str] = set()
        for index, term in enumerate(self.terms):
            forms = {form.lower() for form in term.forms}
            for form in sorted(forms & known):
                yield ("terms", index), f"'{form}' is explained twice", "keep one of the two"
            known |= forms

    def terms_in(self, language: str) -> Terms:
        """Return the words as they are sought in texts of a language."""
        return _terms(tuple((term.id, term.forms) for term in self.terms), speech(language))

    def explained(self, pages: Iterable[Page]) -> dict[str, Explained]:
        """Return, by the id of each word, where the first of these pages sets it in bold."""
        found: dict[str, Explained] = {}
        for page in pages:
            terms = self.terms_in(page.language)
            for bold in page.bold:
                if (name := terms.named(escape(bold, quote=False))) and name not in found:
                    found[name] = Explained(page, bold)
        return found


@lru_cache(maxsize=8)
def _terms(forms: tuple[tuple[str, tuple[str, ...]], ...], spoken: Speech) -> Terms:
    return Terms(forms, spoken)


def glossary(found: Glossary, explained: Mapping[str, Explained], root: str, cite: Cite) -> str:
    """Return the words in the order of the alphabet, each with its lesson and its sources; root leads to the site's."""
    terms = [(term, explained.get(term.id)) for term in sorted(found.terms, key=lambda term: in_order(term.term))]
    return render("glossary.html.j2", terms=terms, root=root, cite=cite)
