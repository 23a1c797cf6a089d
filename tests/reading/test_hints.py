"""Mistakes of people who never wrote YAML or CSL: each is told with what to write instead."""

from datetime import date
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.reading import corrections, dates, messages
from macros.reading.corrections import day, number, whole
from tests.builders import change, docs_in

CMP, SRC, QUIZ = "data/comparison.yml", "data/sources.yml", "data/quizzes/drinks.yml"
CHART = "data/charts/cooling.yml"
TERMS, DEC, CARD = "data/terms.yml", "data/decisions/drink.yml", "data/course.yml"
LES = "lessons/01-drinks.md"
AUTHOR = "author: [{family: Adam, given: Zoe}]"
MEASURED = "            measured: From hot to warm.\n"
OPTION = "{text: Tea, reason: It is., right: true}"
WHO = "begin each item with '- ', such as: - {family: …, given: …} or {literal: …}"
SOURCE_KEYS = (
    "the keys here are id, type, title, author, issued, accessed, says, language, container-title, "
    "collection-title, edition, version, volume, issue, number, page, publisher, publisher-place, ISBN, URL, DOI"
)
KEY = "write a key, a colon, a space and a value; the rest of a text stands further to the right than its key"
ONE_TEXT = "write one text; put it in quotes if it begins with [ or {"
BRACE = "write '- ' before the brace: so each item of a list begins"

SLIPS = [
    (CMP, "group: taste", "group: architecture", "choose one of taste"),
    (CMP, "      tea: {answer", "      water: {answer", "choose one of coffee, tea"),
    (CMP, "kind: measured", "kind: benchmark", "did you mean 'measured'?"),
    (CMP, "bound: at most", "bound: <=", "did you mean 'at most'?"),
    (QUIZ, "      - {text: Coffee", "        {text: Coffee", BRACE),
    (QUIZ, "      - {text: Coffee", "      {text: Coffee", BRACE),
    (CMP, "key: true", "key: yes", "write true, without quotes"),
    (CMP, "key: true", 'key: "on"', "write true, without quotes"),
    (CMP, "answer: Green", "text: Green", "did you mean 'answer'?"),
    (CMP, "source: adam-2020\n", "sources: [adam-2020]\n", "did you mean 'source'?"),
    (CMP, "source: adam-2020\n", "source: [adam-2020]\n", ONE_TEXT),
    (CMP, "sources: [adam-2020]", "sources: adam-2020", "write [adam-2020]"),
    (CMP, "id: colour", "id: Colour of tea", "write colour-of-tea"),
    (CMP, "[{id: taste, name: Taste}]", "[taste]", "write {id: …, name: …}"),
    (CMP, "[{id: taste, name: Taste}]", "{taste: Taste}", "begin each item with '- ', such as: - {id: …, name: …}"),
    (CMP, MEASURED, "", "add 'measured: …': what the number is the size of: from when to when, with or without what"),
    (CMP, MEASURED, "            measured: From hot # to warm\n",
     "put the text in double quotes, or write two spaces before the comment"),
    (CMP, MEASURED, "            measured: “From hot”\n", 'write straight quotes around it: "…"'),
    (CMP, MEASURED, '            measured: "From hot\n', 'close the quotes; a quote within is written \\"'),
    (CMP, MEASURED, "            measured:From hot\n", KEY),
    (CMP, MEASURED, "            measured: *hot* to warm\n", "put the whole text in double quotes"),
    (CMP, MEASURED, "            measured: > hot\n", "put the text in quotes, or begin it on the next line"),
    (CMP, "          - id: tea-time", "          -id: tea-time",
     "write a space after the hyphen that begins an item: '- '"),
    (CMP, "bound: at most", "bound: exact", "left out when the number is exact"),
    (SRC, "  - id: adam", "  \u2022 id: adam", "begin each item of a list with a hyphen and a space: '- '"),
    (SRC, "    type: book", "\u00a0\u00a0\u00a0\u00a0type: book",
     "a space of this line is one that does not break, as web pages have them: type the spaces again"),
    (SRC, "sources:\n", "sources:\n@book{adam,\n", "this is BibTeX: write the fields of CSL, as CONTRIBUTING.md shows"),
    (SRC, AUTHOR, "author: [Zoe Adam]", "write {family: …, given: …} or {literal: …}"),
    (SRC, AUTHOR, "author: Zoe Adam", WHO),
    (SRC, AUTHOR, "author: {family: Adam, given: Zoe}", WHO),
    (SRC, AUTHOR, "author: [{last: Adam, given: Zoe}]", "did you mean 'family'?"),
    (SRC, AUTHOR, "author: [{name: Adam}]", "did you mean 'literal'?"),
    (SRC, AUTHOR, "", "add 'author: …': people and organisations"),
    (SRC, "type: book", "type: paper", "did you mean 'paper-conference' or 'article-journal'?"),
    (SRC, "type: book", "type: website", "did you mean 'webpage'?"),
    (SRC, "title: On drinks", "title: {Coffee}",
     "braces have a meaning in YAML: write 'Coffee' without them"),
    (SRC, "title: On drinks", "title: 'On {Drinks}'", "write 'On Drinks'"),
    (SRC, "    says:", "    volume: 3\n    says:", 'put it in quotes: "3"'),
    (SRC, "    says:", "    journal: Tea\n    says:", "did you mean 'container-title'?"),
    (SRC, "    says:", "    colour: red\n    says:",
     SOURCE_KEYS),
    (SRC, "    says:", "    language: English\n    says:", "such as en, de or pt-BR"),
    (SRC, "    says:", "    note:", "did you mean 'says'?"),
    (SRC, "    URL:", "    url:", "did you mean 'URL'?"),
    (SRC, "URL: https", "URL: http", "if the site answers there, write https://adam.example/"),
    (SRC, "https://adam.example/", "<https://adam.example/>", "write https://adam.example/"),
    (SRC, "https://adam.example/", "'[Adam](https://adam.example/)'", "write https://adam.example/"),
    (SRC, "https://adam.example/", "www.adam.example", "write https://www.adam.example"),
    (SRC, "    URL: https://adam.example/\n", "", "add 'URL: https://…', or 'DOI: 10.…', or both"),
    (SRC, "URL: https://adam.example/", "DOI: https://doi.org/10.1000/182", "write 10.1000/182"),
    (QUIZ, "right: true", "correct: true", "did you mean 'right'?"),
    (QUIZ, "    one-of:", "    answers:", "did you mean 'one-of'?"),
    (QUIZ, "    one-of:", "    options:", "did you mean 'one-of'?"),
    (QUIZ, "    one-of:", "    some_of:", "did you mean 'some-of'?"),
    (QUIZ, OPTION, "{text: Tea, because it is, reason: It is., right: true}",
     "put a text that holds a comma in quotes"),
    (QUIZ, OPTION, "{text:Tea, reason: It is., right: true}", "write a space after the colon: 'text: Tea'"),
    (QUIZ, OPTION, "Tea", "write {text: …, reason: …}"),
    (TERMS, "terms: []", "terms: [{id: tea, term: tea, definition: hot}]", "did you mean 'meaning'?"),
    (TERMS, "terms: []", "- {id: tea, term: tea, meaning: hot}", "begin the file with 'terms: …'"),
    (DEC, "because: It", "reason: It", "did you mean 'because'?"),
    (CARD, "minutes: 1", "minutes: about 1", "write 1"),
    (LES, "objectives: [Choose a drink.]", "objectives: Choose a drink.", "write [Choose a drink.]"),
    (LES, "objectives:", "ziele: [Choose.]\nobjectives:",
     "the keys here are title, description, objectives, listed-as, hide, examples, allow, no-terms"),
    (CHART, "dimension: time", "dimension: Zeit", "choose one of data, time"),
    (CHART, "dimension: time", "dimension: Times", "did you mean 'time'?"),
    (CMP, "value: 10\n", "value: -10\n", "write 10, and say in words what is less"),
    (TERMS, "terms: []", "terms: []\n  - {id: tea, term: tea, meaning: hot}",
     "take the [] above away: what is listed stands below its key"),
    (LES, "objectives:", "examples: [4,7 books]\nobjectives:", 'put it in quotes: "4,7 books"'),
]  # fmt: skip
"""What is put where in the small course, and the hint that follows."""


@pytest.mark.parametrize(("path", "right", "wrong", "hint"), SLIPS)
def test_a_slip_is_told_with_what_to_write(tmp_path: Path, path: str, right: str, wrong: str, hint: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, path, right, wrong)

    assert hint in [problem.hint for problem in all_problems(Course.read(docs))]


def test_a_key_by_another_name_is_one_problem(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, SRC, "    says:", "    note:")

    assert ["unknown key"] == [problem.message for problem in all_problems(Course.read(docs))]


@pytest.mark.parametrize("cent", ["0,01", "1,5"])
def test_a_number_with_a_comma_within_braces_is_one_problem(tmp_path: Path, cent: str) -> None:
    docs = docs_in(tmp_path)
    change(docs, CARD, "minutes: 1", f"dimensions: {{money: {{EUR: 1, Cent: {cent}}}}}\nminutes: 1")
    (problem,) = all_problems(Course.read(docs))

    assert "dimensions.money.Cent: ends at the comma" == f"{problem.field}: {problem.message}"
    assert f"a number has a point: write Cent: {cent.replace(',', '.')}" == problem.hint


def test_quotes_that_close_too_late_are_told_where_they_open(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, CMP, MEASURED, '            measured: "From hot\n            where: "Table 1"\n')
    (problem,) = all_problems(Course.read(docs))

    assert "docs/data/comparison.yml:29:23" == problem.place
    assert "is not YAML: the quotes that open here close too late" == problem.message


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("1,200", "write 1200"),
        ("1 200", "write 1200"),
        ("1'200", "write 1200"),
        ("1_200", "write 1200"),
        ("1,234,567.5", "write 1234567.5"),
        ("1.234.567,5", "write 1234567.5"),
        ("1,5", "write 1.5"),
        ("1.200", "write 1.2 or 1200: is the point for decimals or thousands?"),
        ("20", "write 20"),
        ("20 ms", "write 20, and 'unit: ms'"),
        ("20%", "write 20, and 'unit: \"%\"'"),
        ("~20", "write 20, and 'bound: about'"),
        ("≤ 20 µs", "write 20, and 'bound: at most' and 'unit: µs'"),
        ("20-30", "a figure is one number: write two figures, or one with 'bound: at most' or 'bound: at least'"),
        ("1:30", "such as 1.09, without a unit"),
        ("0x1F", "such as 1.09, without a unit"),
        ("9" * 5000, "such as 1.09, without a unit"),
        ((10,), "such as 1.09, without a unit"),
    ],
)
def test_a_number_that_is_nearly_one_is_shown_as_it_is_written_here(value: object, hint: str) -> None:
    assert hint == number(value)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2015-03", "write 2015"),
        ("2015", "write 2015"),
        ("March 2015", "write 2015"),
        (2015.0, "write 2015"),
        ({"date-parts": ((2015, 3, 1),)}, "write 2015"),
        ("n.d.", "the year of the version that you read, such as 2021"),
        (1e308, "the year of the version that you read, such as 2021"),
    ],
)
def test_a_year_is_found_in_what_was_written(value: object, hint: str) -> None:
    assert hint == whole(value, "issued")


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("23.11.2026", "write 2026-11-23"),
        ("23.11.26", "write 2026-11-23"),
        ("23. November 2026", "write 2026-11-23"),
        ("3. März 2026", "write 2026-03-03"),
        ("3. Dez. 2026", "write 2026-12-03"),
        ("3 Dez 2026", "write 2026-12-03"),
        ("31. Juni 2026", "such as 2026-11-23"),
        ("3. Mond 2026", "such as 2026-11-23"),
        ("2026-1-3", "write 2026-01-03"),
        ("23 November 2026", "write 2026-11-23"),
        ({"date-parts": ((2026, 11, 23),)}, "write 2026-11-23"),
        ("11/23/2026", "such as 2026-11-23"),
        ("2026-11", "such as 2026-11-23"),
    ],
)
def test_a_day_is_found_in_what_was_written(value: object, hint: str) -> None:
    assert hint == day(value)


def test_a_day_that_is_none_or_not_yet_is_told_with_the_day_that_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (corrections, dates, messages):
        monkeypatch.setattr(module, "today", lambda: date(2026, 11, 24))
    docs = docs_in(tmp_path)
    change(docs, SRC, "accessed: 2026-11-23", "accessed: 2099-01-01")

    assert "write 2026-11-24" == day("today")
    assert "today is 2026-11-24" in [problem.hint for problem in all_problems(Course.read(docs))]


def test_a_doi_alone_is_an_address(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, SRC, "URL: https://adam.example/", "DOI: 10.1000/182")
    course = Course.read(docs)

    assert [] == all_problems(course)
    assert course.sources
    assert "https://doi.org/10.1000/182" == course.sources.sources[0].address


def test_what_csl_says_of_a_work_is_shown(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    fields = (
        "container-title: Tea",
        'volume: "12"',
        'issue: "3"',
        "publisher: Leaf",
        "publisher-place: Kew",
        "ISBN: 978-1",
    )
    change(docs, SRC, "    says:", "".join(f"    {field}\n" for field in fields) + "    edition: 2nd\n    says:")
    course = Course.read(docs)

    assert [] == all_problems(course)
    assert course.sources
    assert "Tea, 2nd edition, Kew: Leaf, 12(3), ISBN 978-1" == course.sources.sources[0].details
