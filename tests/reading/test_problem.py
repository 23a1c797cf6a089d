"""Problems as text."""

import pytest

from macros.reading.problem import ContentError, Problem, count, did_you_mean, first_of_each, hidden_characters


def test_a_problem_names_place_field_message_and_hint() -> None:
    problem = Problem("a.yml", 4, 1, "rows[x].name", "is missing", "write it")

    assert "a.yml:4:1: rows[x].name: is missing\n    hint: write it" == str(problem)


def test_without_field_and_hint_the_rest_stands_alone() -> None:
    assert "a.yml:4:1: is missing" == str(Problem("a.yml", 4, 1, "", "is missing"))


def test_problems_are_sorted_by_place() -> None:
    later, earlier = Problem("a.yml", 10, 1, "", "b"), Problem("a.yml", 9, 1, "", "a")

    assert (earlier, later) == ContentError([later, earlier]).problems


def test_one_is_counted_as_one() -> None:
    assert ["0 words", "1 word", "2 words", "1,000 words"] == [count(number, "word") for number in (0, 1, 2, 1000)]


def test_only_a_close_word_is_proposed() -> None:
    assert "did you mean 'kettle'?" == did_you_mean("kettel", ["teapot", "kettle"])
    assert "" == did_you_mean("sugar", ["teapot", "kettle"])


def test_the_text_of_an_error_is_that_of_its_problems() -> None:
    one, other = Problem("a.yml", 1, 1, "", "a", "h"), Problem("b.yml", 1, 1, "", "b")

    assert "a.yml:1:1: a\n    hint: h\nb.yml:1:1: b" == str(ContentError([other, one]))


@pytest.mark.parametrize("odd", ["\n", "\r", "\x85", "\u2028", "\x1b[2K", "\u202e", "\ud800", "\x00"])
def test_whatever_stands_in_a_file_a_problem_is_one_line_that_can_be_seen(odd: str) -> None:
    text = f"a{odd}::error::b"
    problem = Problem(f"docs/{text}.yml", 1, 1, text, text, text)
    place, hint = str(problem).split("\n")

    assert ["docs", "    hint"] == [place[:4], hint[:8]]
    assert (place + hint).isprintable()
    assert problem.place.isprintable()
    assert (problem.field + problem.message + problem.hint).isprintable()


def test_a_key_is_no_command_to_a_workflow() -> None:
    problem = Problem("a.yml", 1, 1, "::error::x", "##[add-mask]x")

    assert r"a.yml:1:1: \x3a:error::x: #\x23[add-mask]x" == str(problem)


def test_of_each_file_so_many_problems_are_told_as_one_can_mend() -> None:
    many = [Problem(path, line, 1, "", "wrong") for path in ("a.yml", "b.yml") for line in range(120, 0, -1)]
    told = first_of_each([*many, Problem("c.yml", 1, 1, "", "wrong")])

    assert [51, 51, 1] == [sum(one.path == path for one in told) for path in ("a.yml", "b.yml", "c.yml")]
    assert [*range(1, 51), 50] == [one.line for one in told[:51]]
    assert "a.yml:50:1: and 70 more problems in this file\n    hint: mend these, and check again" == str(told[50])


def test_fifty_problems_are_told_as_they_are() -> None:
    many = [Problem("a.yml", line, 1, "", "wrong") for line in range(1, 51)]

    assert many == first_of_each(many)


def test_a_very_long_word_is_compared_with_none() -> None:
    assert "" == did_you_mean("kettle" * 100_000, ["kettle" * 100_000])


def test_who_writes_a_soft_hyphen_is_told_what_does_the_same_and_is_seen() -> None:
    (told,) = hidden_characters("Weiter\u00adverkaufen", "a.md")

    assert "delete it; in the text of a page, <wbr> says where a long word may break" == told.hint
