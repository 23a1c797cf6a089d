"""Amounts in texts: each is that of a figure, or is said to be made up."""

from pathlib import Path

import pytest

from macros.assembly.amounts import problems
from macros.assembly.course import Course
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

NEAR = "name the amount of a figure, such as {}"
MADE_UP = "or say in the front matter that it is made up: examples: [{}]"
WITH_A_COMMA = MADE_UP.replace("{}", '"{}"')


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in problems(Course.read(docs).files)]


@pytest.mark.parametrize(
    "text",
    [
        "Tea cools in 10 min.", "In 90 s.", "At 20 degrees.", "It took 9 years.", "`5 GB` of it.", "Version 1.5 s3.",
        "```\n5 GB\n```", "[a](https://example.org/5 GB)", '{! cite("adam-2020") !}', "3-4 min-cups",
    ],
)  # fmt: skip
def test_an_amount_of_a_figure_and_what_is_none_may_stand_anywhere(tmp_path: Path, text: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", text)

    assert [] == told(docs)


@pytest.mark.parametrize(
    ("path", "right", "wrong", "expected"),
    [
        ("lessons/01-drinks.md", "Two words.", "So:\nit takes 12 min.", f"7:10: no figure says '12 min'\n    hint: {NEAR.format('tea-time (10 min)')}; {MADE_UP.format('12 min')}"),
        ("lessons/01-drinks.md", "Two words.", "It holds 1,500 MB.", f"6:10: no figure says '1,500 MB'\n    hint: add a figure to the comparison; {WITH_A_COMMA.format('1,500 MB')}"),
        ("lessons/01-drinks.md", "Two words.", "In 20 min.", f"6:4: no figure says '20 min'\n    hint: {NEAR.format('tea-time (10 min)')}; {MADE_UP.format('20 min')}"),
        ("index.md", "{! outline() !}", "In 91 s.", f"5:4: no figure says '91 s'\n    hint: {NEAR.format('coffee-time (90 s)')}; {MADE_UP.format('91 s')}"),
        ("data/comparison.yml", "Cups differ.", "After 3 h.", "18:5: rows[warmth].explanation: no figure says '3 h'\n    hint: add a figure to the comparison"),
        ("data/comparison.yml", "In the snow.", "Or in 5 min.", f"22:9: rows[warmth].cells.tea.exception: no figure says '5 min'\n    hint: {NEAR.format('tea-time (10 min)')}"),
        ("data/comparison.yml", "answer: Fast", "answer: In 80 s", f"35:9: rows[warmth].cells.coffee.answer: no figure says '80 s'\n    hint: {NEAR.format('coffee-time (90 s)')}"),
        ("data/diagrams/cup.yml", "A cup above", "After 5 min a cup above", f"2:1: desc: no figure says '5 min'\n    hint: {NEAR.format('tea-time (10 min)')}"),
        ("data/diagrams/kitchen.yml", "Tea is made.", "Tea is made in 5 min.", f"23:6: steps[0].step: no figure says '5 min'\n    hint: {NEAR.format('tea-time (10 min)')}"),
    ],
)  # fmt: skip
def test_an_amount_of_no_figure_is_told_with_those_that_are_near(
    tmp_path: Path, path: str, right: str, wrong: str, expected: str
) -> None:
    docs = docs_in(tmp_path)
    change(docs, path, right, wrong)

    assert [f"docs/{path}:{expected}"] == told(docs)


def test_an_amount_of_the_conditions_may_stand_anywhere(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "One cup, 20 degrees.", "One cup, after 3 h at 20 degrees.")
    change(docs, "lessons/01-drinks.md", "Two words.", "After 3 h.")

    assert [] == told(docs)


def test_a_figure_counts_as_it_is_rounded(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "value: 10", "value: 9.87")
    change(docs, "lessons/01-drinks.md", "Two words.", "In 9.9 min, or 9.87 min, or 10 min.")

    assert [] == told(docs)


def test_while_the_language_is_none_no_number_is_read(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("theme: {language: de-AT}\n")
    change(docs, "lessons/01-drinks.md", "Two words.", "Er braucht 9,87 min.")

    assert [] == told(docs)


def test_an_amount_that_is_made_up_is_declared_and_no_longer_than_it_is_there(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "lessons/01-drinks.md", "Two words.", "It holds 200 MB.")
    change(docs, "lessons/01-drinks.md", "objectives:", "examples: [200 MB]\nobjectives:")
    assert ([], ()) == (told(docs), Course.read(docs).problems)

    change(docs, "lessons/01-drinks.md", "It holds 200 MB.", "It holds much.")
    assert ["docs/lessons/01-drinks.md:4:12: examples[0]: the text does not say '200 MB'\n    hint: delete it"] == [
        str(problem) for problem in Course.read(docs).problems
    ]


FAULTS = {
    "an unknown key in a row": ("    name: Colour", "    nmae: Colour"),
    "a cell that rests on nothing": (", judgement: We looked.", ""),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_amounts_are_told_also_while_the_comparison_is_faulty(tmp_path: Path, fault: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", *FAULTS[fault])
    change(docs, "lessons/01-drinks.md", "Two words.", "It takes 12 min, not 10 min.")

    hint = f"{NEAR.format('tea-time (10 min)')}; {MADE_UP.format('12 min')}"
    assert [f"docs/lessons/01-drinks.md:6:10: no figure says '12 min'\n    hint: {hint}"] == told(docs)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("value: 10", "value: ten"), ("            unit: min\n", ""), ("        figures:", "        figurs:"), ("cells:", "sells:")],
)  # fmt: skip
def test_no_amount_is_told_while_a_figure_cannot_be_read(tmp_path: Path, right: str, wrong: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", right, wrong)
    change(docs, "lessons/01-drinks.md", "Two words.", "It takes 12 min, not 10 min.")

    assert [] == told(docs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er braucht 9,87 min.", []),
        ("Er braucht 9,9 min.", []),
        (
            "Er braucht 9.87 min.",
            [
                f"6:12: no figure says '9.87 min'\n    hint: {NEAR.format('tea-time (9,87 min)')}; {MADE_UP.format('9.87 min')}"
            ],
        ),
        (
            "Er braucht 4,7 min.",
            [
                f"6:12: no figure says '4,7 min'\n    hint: {NEAR.format('tea-time (9,87 min)')}; {WITH_A_COMMA.format('4,7 min')}"
            ],
        ),
    ],
)
def test_a_german_course_writes_numbers_as_german_does(tmp_path: Path, text: str, expected: list[str]) -> None:
    docs = docs_in(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("theme: {language: de}\n")
    change(docs, "data/comparison.yml", "value: 10", "value: 9.87")
    change(docs, "lessons/01-drinks.md", "Two words.", text)

    assert [f"docs/lessons/01-drinks.md:{problem}" for problem in expected] == told(docs)


@pytest.mark.parametrize(
    ("language", "dimensions", "texts", "amounts"),
    [
        ("en", "mass: {g: 1}", "77 g, 8 kg", ["77 g"]),
        ("en", "mass: {g: 1, kg: 1000}", "77 g, 8 kg, 6 people", ["77 g", "8 kg"]),
        ("en", "length: {metres: 1}", "77 metres", []),
        ("en", "length: {metres: 1, miles: 1609}", "77 metres, 8 miles", ["77 metres", "8 miles"]),
        ("en", "rate: {Mbit: 1}", "77 Mbit", ["77 Mbit"]),
        ("de", "mass: {g: 1, kg: 1000}", "77 g, 8 kg, 1.280 kg", ["77 g", "8 kg", "1.280 kg"]),
        ("de", "number: {Bücher: 1}", "77 Bücher, 3 Personen", []),
        ("de", "money: {EUR: 1, Cent: 0.01}", "77 EUR, 5 Cent", ["77 EUR", "5 Cent"]),
    ],
)
def test_what_measures_is_that_of_a_figure_and_what_counts_need_not_be(
    tmp_path: Path, language: str, dimensions: str, texts: str, amounts: list[str]
) -> None:
    docs = docs_in(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(f"theme: {{language: {language}}}\n")
    card = docs / "data/course.yml"
    card.write_text(f"{card.read_text()}\ndimensions: {{{dimensions}}}\n")
    change(docs, "lessons/01-drinks.md", "Two words.", f"So: {texts}.")

    assert [f"no figure says '{amount}'" for amount in amounts] == [
        one.partition("\n")[0].split(": ", 1)[1] for one in told(docs)
    ]


def test_the_unit_of_a_figure_is_guarded_by_whether_it_is_a_noun_of_its_language(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/comparison.yml", "unit: min", "unit: Bücher")
    (docs / "data/comparison.yml").write_text(f"{(docs / 'data/comparison.yml').read_text()}\nunits: [Bücher]\n")
    change(docs, "lessons/01-drinks.md", "Two words.", "So 77 Bücher.")
    assert ["docs/lessons/01-drinks.md:6:4: no figure says '77 Bücher'"] == [
        one.partition("\n")[0] for one in told(docs)
    ]

    (tmp_path / "mkdocs.yml").write_text("theme: {language: de}\n")
    assert [] == told(docs)
