"""Questions on paper as real text, which a screen reader says: boxes to fill in, and all answers at the end."""

from collections.abc import Iterator
from string import ascii_uppercase

from selectolax.lexbor import LexborNode

from macros.html.markup import render
from macros.paper.links import node

_SCREEN = ".ask__form, .ask__picture, .ask__why, .quiz__time, .predicted__own"


def worksheet(article: LexborNode) -> None:
    """Give the questions of an article numbers, what can be chosen letters, and put the answers at its end."""
    for part in article.css(_SCREEN):
        part.decompose()
    answers = [answer for number, ask in enumerate(article.css(".ask"), 1) for answer in _answers(number, ask)]
    if answers:
        listed = node(render("answers.html.j2", answers=answers))
        byline = article.css_first(".byline")  # it stands below them: alone, it would have the page before them
        byline.insert_before(listed) if byline else article.insert_child(listed)


def _answers(number: int, ask: LexborNode) -> Iterator[tuple[str, str]]:
    """Turn a question into what is printed, and yield its answers, each with what it answers."""
    text = ask.css_first(".ask__text")
    if text:
        text.inner_html = f"{number}. {text.inner_html}"
    chosen = [*zip(ascii_uppercase, ask.css(".ask__option"), strict=False)]
    for letter, option in chosen:
        yield f"{number} {letter}", _inner(option, "p")
    if chosen:
        listed = "".join(f"<li><b>{letter}</b> {_inner(option, 'summary')}</li>" for letter, option in chosen)
        chosen[0][1].insert_before(node(f'<ul class="ask__choices">{listed}</ul>'))
    for _, option in chosen:
        option.decompose()
    for whole in ask.css(".ask__answer"):
        summary = whole.css_first("summary")
        if summary:
            summary.decompose()
        yield f"{number}", whole.inner_html or ""
        whole.decompose()


def _inner(part: LexborNode, selector: str) -> str:
    found = part.css_first(selector)
    return (found.inner_html or "") if found else ""
