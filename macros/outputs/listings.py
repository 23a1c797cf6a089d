"""What a page lists, for search engines: the words of the glossary, and the questions of all lessons."""

from collections.abc import Iterable
from typing import Any

from macros.content.answers import Option
from macros.content.choices import OneOf, SomeOf, Tested
from macros.content.glossary import Glossary
from macros.content.learnt import Questions
from macros.content.question import InOrder, Match, Press
from macros.html.markup import plain
from macros.reading.letters import in_order


def term_set(glossary: Glossary, page: dict[str, Any]) -> dict[str, Any]:
    """Return the words of the glossary in the order of their page, each with its address there."""
    terms = sorted(glossary.terms, key=lambda term: in_order(term.term))
    return {
        **page,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": plain(term.term),
                "url": f"{page['url']}#{term.id}",
                "description": plain(term.meaning),
            }
            for term in terms
        ],
    }


def quiz(lessons: Iterable[Questions], page: dict[str, Any], root: str) -> dict[str, Any]:
    """Return the questions at the ends of all lessons with their answers, each with its address in its lesson.

    What lessons ask at their heads is not among them: no page but the lesson asks it.
    """
    asked = [_question(one, f"{root}{found.lesson.url}#ask--{one.id}") for found in lessons for _, one in found.tested]
    return {**page, "hasPart": asked}


def _question(asked: Tested, address: str) -> dict[str, Any]:
    text = plain(asked.question)
    kind, answers = _answered(asked)
    return {"@type": "Question", "name": text, "text": text, "url": address, "eduQuestionType": kind, **answers}


def _answered(asked: Tested) -> tuple[str, dict[str, Any]]:
    """Return of what kind a question is, and what its page says is right."""
    match asked:
        case OneOf():
            return "Multiple choice", _chosen(asked.one_of)
        case SomeOf():
            return "Multiple choice", _chosen(asked.some_of)
        case Press():
            return "Multiple choice", _chosen(asked.parts)
        case InOrder():
            return "Ordering", _all_right(item.text for item in asked.in_order)
        case Match():
            return "Matching", _all_right(f"{pair.left}: {pair.right}" for pair in asked.match)
    return asked.kind, {}


def _chosen(options: Iterable[Option]) -> dict[str, Any]:
    found = [(option.right, {"@type": "Answer", "text": plain(option.text)}) for option in options]
    right, wrong = ([answer for is_right, answer in found if is_right == wanted] for wanted in (True, False))
    return {"acceptedAnswer": right, "suggestedAnswer": wrong}


def _all_right(texts: Iterable[str]) -> dict[str, Any]:
    return {"acceptedAnswer": {"@type": "ItemList", "itemListElement": [plain(text) for text in texts]}}
