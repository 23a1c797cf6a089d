"""YAML as authors write it: what it means, where it stands, and what is refused."""

from pathlib import Path

import pytest

from macros.content.source import Sources
from macros.reading.datafile import read_data
from macros.reading.kinds import DATA
from macros.reading.positions import Loc
from macros.reading.problem import MOST_TOLD, ContentError, Problem, first_of_each
from macros.reading.yaml import read_yaml

DASH = "does the line begin with '- ' where it should, and is it as far from the left as the others of its list?"


def problems(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ContentError) as caught:
        read_yaml(text, "a.yml")
    return [(problem.line, problem.column, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("true", True),
        ("7", 7),
        ("1.10", 1.1),
        ("'1.10'", "1.10"),
        ("12:30", "12:30"),
        ("2026-11-23", "2026-11-23"),
        ("null", None),
        ("", None),
        ("[a, {b: c}]", ("a", {"b": "c"})),
    ],
)
def test_scalars_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    assert value == read_yaml(text, "a.yml").value


def test_each_value_knows_its_line_and_column() -> None:
    marked = read_yaml("rows:\n  - id: x\n    name: y\n", "a.yml", first_line=5)

    assert (6, 5) == marked.places["rows", 0, "id"]
    assert (7, 5) == marked.places["rows", 0, "name"]


def test_a_problem_names_list_items_by_their_id() -> None:
    marked = read_yaml("rows:\n  - id: x\n", "a.yml")

    assert Problem("a.yml", 2, 5, "rows[x].name", "is missing") == marked.problem(("rows", 0, "name"), "is missing")


def test_every_key_that_stands_twice_is_reported() -> None:
    assert [(2, 1, "the key 'a' stands twice"), (4, 3, "the key 'c' stands twice")] == problems(
        "a: 1\na: 2\nb: {c: 1,\n  c: 2}\n"
    )


def test_a_tab_is_reported_with_its_line() -> None:
    assert [(2, 1)] == [place[:2] for place in problems("a:\n\tb: 1\n")]


def test_a_hidden_character_is_reported_with_its_column() -> None:
    assert [(1, 5, "hidden character U+200B")] == problems("a: x\u200by")


@pytest.mark.parametrize("text", ["a: !!python/name:os.system x\n", "a: [1\n", "[" * 5000])
def test_what_is_no_plain_yaml_is_refused(text: str) -> None:
    assert 1 == len(problems(text))


@pytest.mark.parametrize("text", ["yes", "off", ".nan", "-.inf", "0x1f", "0o17", "1_000", "1e999", "+", ".", "9" * 400])
def test_what_only_looks_like_a_value_stays_text(text: str) -> None:
    assert text == read_yaml(text, "a.yml").value


def test_places_of_a_text_that_starts_lower_in_its_file_are_those_of_the_file() -> None:
    assert [(8, 1, "the key 'a' stands twice")] == [
        (problem.line, problem.column, problem.message) for problem in faults("a: 1\na: 2\n", 7)
    ]


def faults(text: str, first_line: int) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        read_yaml(text, "a.yml", first_line)
    return caught.value.problems


@pytest.mark.parametrize(("loc", "place"), [(("rows", 0, "id"), (2, 5, "rows[0].id")), (("other",), (1, 1, "other"))])
def test_a_missing_value_is_placed_at_what_is_around_it(loc: Loc, place: tuple[int, int, str]) -> None:
    problem = read_yaml("rows:\n  - name: x\n", "a.yml").problem(loc, "is missing")

    assert place == (problem.line, problem.column, problem.field)


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200f", "\x07", "\ufeff"])
def test_a_bidirectional_or_control_character_is_named_with_its_place(character: str) -> None:
    assert [(2, 4, f"hidden character U+{ord(character):04X}")] == problems(f"a: b\nc: {character}d")


def test_an_unclosed_list_is_reported_where_the_text_ends() -> None:
    assert [(2, 1, "is not YAML: did not find expected ',' or ']'")] == problems("a: [1\n")


@pytest.mark.parametrize("text", ["[" * 5000 + "]" * 5000, "[" * 100_000, "- " * 100_000, "{a: " * 5000])
def test_nesting_that_is_too_deep_is_a_problem_where_it_gets_so(text: str) -> None:
    ((line, column, message),) = problems(text)

    assert (1, "is nested deeper than 40 levels") == (line, message)
    assert text.index(text[0], column - 1) == column - 1


def test_a_second_document_is_reported_where_it_begins() -> None:
    assert [(2, 1, "a second document begins here")] == problems("a: 1\n---\na: 2\n")
    assert {"a": 1} == read_yaml("---\na: 1\n...\n", "a.yml").value


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: 1\nb: !x 1\n", 2, 4, "tags (!name) are not used here"),
        ("a: 1\nb: !!str 1\n", 2, 4, "tags (!name) are not used here"),
        ("a: !!set {b: c}\n", 1, 4, "tags (!name) are not used here"),
        ("%YAML 1.1\n---\na: no\n", 1, 1, "directives (%NAME) are not used here"),
        ("a: &x 1\n", 1, 4, "anchors (&name) are not used here"),
        ("? [a, b]\n: c\n", 1, 3, "a key must be text"),
    ],
)
def test_what_a_reader_would_misread_is_refused_in_its_place(text: str, line: int, column: int, message: str) -> None:
    assert [(line, column, message)] == problems(text)


def test_an_alias_is_reported_where_it_stands() -> None:
    assert (2, 4, "aliases (*name) are not used here") == problems("a: &x 1\nb: *x")[1]


@pytest.mark.parametrize("character", ["\x0c", "\x85", "\xad", "\u061c", "\u2028", "\ufffe", "\uffff", "\U000e0041"])
def test_a_character_that_cannot_be_seen_does_not_shift_the_lines(character: str) -> None:
    hidden = f"hidden character U+{ord(character):04X}"

    assert [(1, 4, hidden), (2, 4, hidden)] == problems(f"a: {character}b\nc: {character}d")


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n"])
def test_an_empty_file_has_no_value_but_a_place(text: str) -> None:
    marked = read_yaml(text, "a.yml")

    assert (None, {(): (1, 1)}) == (marked.value, marked.places)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: b: c", "put a text that holds ': ' in quotes"),
        ("a:\n  - b\n - c", DASH),
        ("a:\n  b: 1\n   c: 2", "has the key above ': ' after it, and is this one as far from the left?"),
        ("a:1\nb: 2", "has the key above ': ' after it, and is this one as far from the left?"),
        (
            "a: 1\nb\nc: 2",
            "write a key, a colon, a space and a value; the rest of a text stands further to the right than its key",
        ),
        ("- a\nb: 1", DASH),
        ("a: - b", "begin a list on the next line; put a text that begins with '-' in quotes"),
        ("\ta: b", "indent with spaces, not with tabs"),
        ("a: 1\n\tb: 2", "indent with spaces, not with tabs"),
        ("a: @b", "put the text in quotes"),
        ("a: [b", "close the list with ]"),
        ("a: {b: c", "write a comma between two keys, and close the braces with }"),
        ('a: "b', 'close the quotes; a quote within is written \\"'),
        ("a: 'it's'", "put the whole text in double quotes"),
    ],
)
def test_common_slips_have_a_hint(text: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml(text, "a.yml")

    assert [hint] == [problem.hint for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e3", 1000.0),
        ("+7", 7),
        ("-0", 0),
        (".5", 0.5),
        ("1.", 1.0),
        ("0", 0),
        ("0.10", 0.1),
        ("~", None),
        ("TRUE", True),
        ("9" * 300, int("9" * 300)),
    ],
)
def test_a_number_is_one_that_nobody_reads_otherwise(text: str, value: object) -> None:
    read = read_yaml(text, "a.yml").value

    assert (type(value), value) == (type(read), read)


@pytest.mark.parametrize("text", ["007", "-01", "00", "01.5", "=", "1:30", "1 000", "٣", "1e99999", "9" * 5000])
def test_a_number_that_others_read_otherwise_stays_text(text: str) -> None:
    assert text == read_yaml(text, "a.yml").value


@pytest.mark.parametrize("key", ["no", "1.10", "~", "null", "true", "2026-11-23", "0x1F", "=", "1:30", "''"])
def test_a_key_is_text_as_it_is_written(key: str) -> None:
    assert {key.strip("'"): 1} == read_yaml(f"{key}: 1", "a.yml").value


@pytest.mark.parametrize(
    ("escape", "code"),
    [(r"\x02", "0002"), (r"\0", "0000"), (r"\e", "001B"), (r"\r", "000D"), (r"\N", "0085"), (r"\L", "2028"),
     (r"\u202e", "202E"), (r"\u3164", "3164"), (r"\ufe0f", "FE0F"), (r"\ue000", "E000"), (r"\U000E0041", "E0041")],
)  # fmt: skip
def test_what_cannot_be_seen_is_found_behind_an_escape_in_values_and_keys(escape: str, code: str) -> None:
    message = f"hidden character U+{code}, written as an escape"

    assert [(1, 4, message)] == problems(f'a: "b{escape}"')
    assert [(1, 1, message)] == problems(f'"b{escape}": a')
    assert [(2, 4, message)] == problems(f'a:\n - "{escape}"')


def test_escapes_of_what_can_be_seen_are_read() -> None:
    assert {"a": 'b\t"\n\xa0é'} == read_yaml(r'a: "b\t\"\n\_\u00e9"', "a.yml").value


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff", r"\U00110000"])
def test_half_a_character_is_no_escape(escape: str) -> None:
    assert [(1, 7, "is not YAML: found invalid Unicode character escape code")] == problems(f'a: "{escape}"')


def test_half_a_character_in_the_text_itself_is_told() -> None:
    assert [(1, 4, "hidden character U+D800")] == problems("a: \ud800")


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("!x a: b", 1, 1, "tags (!name) are not used here"),
        ("a: 1\n!!str b: c", 2, 1, "tags (!name) are not used here"),
        ("&x a: b", 1, 1, "anchors (&name) are not used here"),
        ("*x : b", 1, 1, "aliases (*name) are not used here"),
        ("a: 1\n<<: {b: c}", 2, 1, "merge keys (<<) are not used here"),
        ("? {a: b}\n: c", 1, 3, "a key must be text"),
        ("? - a\n: c", 1, 3, "a key must be text"),
        ("%TAG ! tag:a,2000:\n---\na: b", 1, 1, "directives (%NAME) are not used here"),
        ("! a", 1, 1, "tags (!name) are not used here"),
    ],
)
def test_keys_are_held_to_the_same_as_values(text: str, line: int, column: int, message: str) -> None:
    assert [(line, column, message)] == problems(text)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("- a\n" * 20_000, 20_000, 3, "has more than 20,000 values"),
        ("".join(f"k{n}: 1\n" for n in range(41)), 41, 1, "has more than 40 keys"),
        (f"a: {{b: 1, ? {'k' * 101}\n: 1}}", 1, 13, "has a key of more than 100 characters"),
    ],
)
def test_what_is_more_than_data_can_be_is_told_where_it_gets_so(
    text: str, line: int, column: int, message: str
) -> None:
    assert [(line, column, message)] == problems(text)


def test_what_is_as_much_as_data_can_be_is_read() -> None:
    assert read_yaml("[" * 41 + "]" * 41, "a.yml").value
    assert 19_999 == len(read_yaml("- a\n" * 19_999, "a.yml").value)
    assert 40 == len(read_yaml("".join(f"k{n}: 1\n" for n in range(40)), "a.yml").value)
    assert read_yaml(f"{'k' * 100}: 1", "a.yml").value


@pytest.mark.parametrize("letter", ["[", "`", "{!", "- - - ", "<", "? ", "{a: ", "'", '"', "*", "&", "---\n", ":"])
def test_a_text_of_one_letter_only_is_refused_with_a_few_problems(tmp_path: Path, letter: str) -> None:
    (tmp_path / "a.yml").write_text(letter * (DATA.most // len(letter)))
    with pytest.raises(ContentError) as caught:
        read_data(tmp_path / "a.yml", "a.yml", Sources)

    assert 1 <= len(first_of_each(caught.value.problems)) <= MOST_TOLD + 1


def test_lines_that_are_indented_more_and_more_are_refused() -> None:
    assert [(42, 42, "is nested deeper than 40 levels")] == problems("\n".join(" " * n + "a:" for n in range(600)))
