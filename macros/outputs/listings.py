"""What a page lists, for search engines: the words of the glossary, and the questions of all lessons."""

from collections.abc import Iterable
from typing import Any

from macros.content.choices import OneOf, SomeOf
from macros.content.glossary import Glossary
from macros.content.learnt import Questions
from macros.html.markup import plain
from macros.reading.letters import in_order


def term_set(glossary: Glossary, name: str, address: str) -> dict[str, Any]:
    """Return the words of the glossary in the order of their page, each with its address there."""
    return {
        "@type": "DefinedTermSet",
        "name": name,
        "url": address,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": plain(term.term),
                "url": f"{address}#{term.id}",
                "description": plain(term.meaning),
            }
            for term in sorted(glossary.terms, key=lambda term: in_order(term.term))
        ],
    }


def quiz(lessons: Iterable[Questions], name: str, address: str) -> dict[str, Any]:
    """Return the questions that have options, with the right ones."""
    found = (one for questions in lessons for _, one in questions.tested)
    return {
        "@type": "Quiz",
        "name": name,
        "url": address,
        "hasPart": [_question(one) for one in found if isinstance(one, OneOf | SomeOf)],
    }


def _question(asked: OneOf | SomeOf) -> dict[str, Any]:
    options = asked.one_of if isinstance(asked, OneOf) else asked.some_of
    right, wrong = (
        [{"@type": "Answer", "text": plain(option.text)} for option in options if option.right == is_right]
        for is_right in (True, False)
    )
    return {"@type": "Question", "name": plain(asked.question), "acceptedAnswer": right, "suggestedAnswer": wrong}
