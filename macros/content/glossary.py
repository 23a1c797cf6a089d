"""The words that the lessons explain, each in one sentence, with the lesson that introduces it."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import Field

from macros.html.markup import Cite, render
from macros.pages.page import Page
from macros.pages.speech import speech
from macros.reading.datafile import Fault, Id, Model, Text, twice
from macros.reading.letters import in_order


class Term(Model):
    """One word of the field."""

    id: Id = Field(description="its address in the glossary, to which pages can link")
    term: Text = Field(description="as it stands in a sentence: lower case, unless it is a name")
    also: tuple[Text, ...] = Field(
        default=(), max_length=10, description="other forms: a plural, an abbreviation, another name"
    )
    meaning: Text = Field(description="what it is, in one or two sentences")
    sources: tuple[Id, ...] = Field(default=(), max_length=10, description="where it is defined")

    def introduced(self, pages: Iterable[Page]) -> Page | None:
        """Return the first page that sets the term, or another form of it, in bold, in any case of its language."""
        return next((page for page in pages if self._stands_in(page)), None)

    def _stands_in(self, page: Page) -> bool:
        forms, prose, known = (self.term, *self.also), page.prose.lower(), speech(page.language)
        if any(f"**{form.lower()}**" in prose for form in forms):
            return True
        cases = () if known.lacks("endings") else [known.inflected(form) for form in forms]
        return any(case.fullmatch(bold) for case in cases for bold in page.bold)


class Glossary(Model):
    """All words."""

    terms: tuple[Term, ...] = Field(max_length=300, description="in any order: the page sorts them")

    def faults(self) -> Iterator[Fault]:
        """Yield ids that stand twice, and words that are explained twice."""
        yield from twice("terms", [term.id for term in self.terms])
        known: set[str] = set()
        for index, term in enumerate(self.terms):
            forms = {form.lower() for form in (term.term, *term.also)}
            for form in sorted(forms & known):
                yield ("terms", index), f"'{form}' is explained twice", "keep one of the two"
            known |= forms


def glossary(found: Glossary, lessons: Sequence[Page], root: str, cite: Cite) -> str:
    """Return the words in the order of the alphabet, each with its lesson and its sources; root leads to the site's."""
    terms = [(term, term.introduced(lessons)) for term in sorted(found.terms, key=lambda term: in_order(term.term))]
    return render("glossary.html.j2", terms=terms, root=root, cite=cite)
