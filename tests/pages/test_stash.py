"""Marks stand for what macros made while a page is made; what was made comes back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from macros.pages.call import Call, Piece, is_call, pieces
from macros.pages.markdown import to_html
from macros.pages.stash import Stash, anchors, placeholder, put_back, with_end_last, with_words
from macros.reading.problem import Problem

TABLE = '<table><tr id="row"><th>Na<b>me</b></th><td><svg><path/><text>T</text></svg>Word &lt;</td></tr></table>'
PIECES = ["<div>", "<svg ", "</svg>", "a", "\n", "<i/>", 'id="x"', 'class="placeholder-0"', "\\1", "\\g<0>", ">"]


def made(text: str, *html: str) -> tuple[str, str, str]:
    """Return a text as Markdown sees it, a page as the search does, and as it is published."""
    parts = tuple(pieces(text, "docs/a.md"))
    known = ("cite", "row")
    kept = Stash(parts, known, lambda part: f"<div>{getattr(part, 'message', 'unknown')}</div>")
    marks = iter([kept.keep(one) for one in html])
    seen = "".join(next(marks) if is_call(part, known) else placeholder(n, part) for n, part in enumerate(parts))
    content = with_words(to_html(seen), kept.html)
    return seen, content, put_back(content, kept.html)


def test_markdown_sees_marks_the_search_sees_words_and_the_reader_sees_all() -> None:
    text = 'Two *tables*.\n\n{! row("a") !}\n\nText.\n\n{! row("b") !}\n'
    seen, content, published = made(text, TABLE, TABLE.replace("Word", "*Other*"))

    assert "Two *tables*.\n\n\ue0001\ue002\n\nText." in seen
    assert '<div class="placeholder-1">Name Word &lt;</div>' in content
    assert "<path" not in content
    assert f"<p>Two <em>tables</em>.</p>\n{TABLE}\n<p>Text.</p>\n{TABLE.replace('Word', '*Other*')}" == published
    assert {"row"} == anchors({0: TABLE})


def test_what_is_made_within_a_sentence_is_no_markdown() -> None:
    _, content, published = made('A {! cite("b") !} c.', '<a href="#b">*x* ![y](z)</a>')

    assert '<p>A <span class="placeholder-1">*x* ![y](z)</span> c.</p>' == content
    assert '<p>A <a href="#b">*x* ![y](z)</a> c.</p>' == published


def test_words_that_the_page_sets_apart_are_two_for_the_search() -> None:
    html = '<p><span>1</span><span><span>One</span> box</span>,<span class="a">Cell</span>The <b>Ku</b>be</p>'

    assert '<div class="placeholder-0">1 One box,Cell The Kube</div>' in made("{! row() !}", html)[1]


def test_what_is_no_call_has_its_problem_in_its_place() -> None:
    _, _, published = made("a\n\n{! 1 + 1 !}\n\nb")

    assert "<p>a</p>\n<div>only a macro call with plain values may stand here</div>\n<p>b</p>" == published
    assert "<div>unknown</div>" == made("{! lipsum() !}")[2]


def test_what_stands_in_a_page_by_itself_is_no_mark() -> None:
    assert '<div class="a"></div>' == put_back(with_words('<div class="a"></div>', {}), {})


def test_a_mark_is_that_of_its_part() -> None:
    parts: list[Piece] = ["a", Call("cite", (), {}, 1, 1, ""), Call("row", (), {}, 1, 1, ""), Problem("", 1, 1, "", "")]

    assert ["a", "\ue0011\ue002", "\ue0002\ue002", "\ue0003\ue002"] == [placeholder(n, p) for n, p in enumerate(parts)]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_anything_that_was_made_comes_back_as_it_was(html: str) -> None:
    assert f"<p>a</p>\n{html}" == made("a\n\n{! row() !}", html)[2]
    assert f"<p>a {html}</p>" == made("a {! cite() !}", html)[2]


def test_what_is_left_of_a_mark_that_was_taken_apart_is_not_published() -> None:
    assert "<p><b></b>0<i></i></p>" == with_words("<p><b>\ue000</b>0<i>\ue002</i></p>", {0: "made"})


def test_footnotes_stand_above_the_end_of_a_lesson() -> None:
    end, notes = "<p>\ue0002\ue002</p>", '<div class="footnotes" role="doc-endnotes">a</div>'

    assert f"<p>a</p>\n{notes}\n{end}" == with_end_last(f"<p>a</p>\n{end}\n{notes}\n", 2)
    assert f"{end}\n<p>a</p>\n{notes}" == with_end_last(f"{end}\n<p>a</p>\n{notes}", 2)
    assert f"<p>a</p>\n{end}" == with_end_last(f"<p>a</p>\n{end}", 2)
